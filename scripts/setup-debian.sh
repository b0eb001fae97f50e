#!/usr/bin/env bash
# Brings what the whole test suite needs on a bare Debian machine: PostgreSQL and Chromium.
# Node ≥ 20 with npm is taken as given; the project brings its own Node 24.
set -euo pipefail
as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }
missing=()
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
command -v chromium >/dev/null 2>&1 || missing+=(chromium fonts-dejavu-core)
if [ "${#missing[@]}" -gt 0 ]; then
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
echo "PostgreSQL: $(ls -d /usr/lib/postgresql/*/bin | tail -n 1)"
echo "Chromium:   $(chromium --version 2>/dev/null | head -n 1)"
