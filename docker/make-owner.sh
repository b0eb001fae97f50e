#!/bin/sh
# Runs once, when the database is made: its owner is no superuser, so that it does not pass row-level security.
set -eu
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=password="$POSTGRES_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role throughline login createrole password :'password';
create database throughline owner throughline;
SQL
