import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { eachDatabase, type TestDatabase } from "./testing.ts"

// Widen these only with a reason that anonymity can live with: they are the walls between who was asked, who
// answered, and what was said.

const columnRights = ["select", "insert", "update", "references"]
/** Where there is no right on the table: the right on some of its columns. */
const someColumns = (privilege: string) => sql`else (
  select ${sql.lit(privilege)} || '(' || string_agg(attname, ' ' order by attname collate "C") || ')' from pg_attribute
  where attrelid = pg_class.oid and attnum > 0 and not attisdropped
    and has_column_privilege('throughline_' || role, pg_class.oid, attnum, ${sql.lit(privilege)}))`

eachDatabase((_name, open) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })

  test("each role may do this with each table, or with these columns of it, and nothing else", async () => {
    const { rows } = await sql<{ name: string; role: string; may: string }>`
      select format('%s.%s', nspname, relname) as name, role, concat_ws(' ', ${sql.join(
        ["select", "insert", "update", "delete", "truncate", "references", "trigger"].map(
          (privilege) => sql`case
            when has_table_privilege('throughline_' || role, pg_class.oid, ${sql.lit(privilege)}) then ${sql.lit(privilege)}
            ${columnRights.includes(privilege) ? someColumns(privilege) : sql``} end`,
        ),
      )}) as may
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace, unnest(array['web', 'worker', 'close']) as role
      where relkind in ('r', 'p', 'v', 'm', 'f') and nspname not like 'pg\\_%' and nspname <> 'information_schema'
      order by format('%s.%s', nspname, relname) collate "C", array_position(array['web', 'worker', 'close'], role)`.execute(
      database.db,
    )
    const lines = rows.map(({ name, role, may }) => `${name.padEnd(23)} ${role.padEnd(6)} ${may || "–"}`)
    expect(`\n${lines.join("\n")}\n`).toMatchInlineSnapshot(`
      "
      app.api_key             web    select insert update(last_used_on revoked_at)
      app.api_key             worker –
      app.api_key             close  –
      app.cohort              web    select insert
      app.cohort              worker –
      app.cohort              close  select
      app.comment_review      web    select insert update
      app.comment_review      worker –
      app.comment_review      close  select
      app.driver              web    select insert update delete
      app.driver              worker –
      app.driver              close  –
      app.driver_alert        web    select insert update(claimed_at sent_at)
      app.driver_alert        worker –
      app.driver_alert        close  –
      app.driver_prediction   web    select insert
      app.driver_prediction   worker –
      app.driver_prediction   close  –
      app.instrument          web    select insert update delete
      app.instrument          worker –
      app.instrument          close  –
      app.instrument_version  web    select insert
      app.instrument_version  worker –
      app.instrument_version  close  –
      app.kpi                 web    select insert update delete
      app.kpi                 worker –
      app.kpi                 close  –
      app.kpi_change          web    select insert
      app.kpi_change          worker –
      app.kpi_change          close  –
      app.kpi_unit            web    select insert update(department mapped_by person_id target)
      app.kpi_unit            worker –
      app.kpi_unit            close  –
      app.kpi_values          web    select insert update delete
      app.kpi_values          worker –
      app.kpi_values          close  –
      app.kpi_write           web    select insert update(undone_by)
      app.kpi_write           worker –
      app.kpi_write           close  –
      app.letter_print        web    select insert
      app.letter_print        worker –
      app.letter_print        close  –
      app.member              web    select insert update delete
      app.member              worker –
      app.member              close  –
      app.member_invitation   web    select insert update
      app.member_invitation   worker –
      app.member_invitation   close  –
      app.organization        web    select insert update
      app.organization        worker select
      app.organization        close  select
      app.participation       web    select insert update delete
      app.participation       worker –
      app.participation       close  –
      app.people_import       web    select insert update(undone_at undone_by)
      app.people_import       worker –
      app.people_import       close  –
      app.published_question  web    select insert delete
      app.published_question  worker –
      app.published_question  close  –
      app.published_table     web    select insert delete
      app.published_table     worker –
      app.published_table     close  –
      app.reminder_wave       web    select
      app.reminder_wave       worker select insert
      app.reminder_wave       close  –
      app.review_view         web    select
      app.review_view         worker –
      app.review_view         close  –
      app.settled_code        web    select insert update
      app.settled_code        worker –
      app.settled_code        close  select
      app.survey              web    select insert update delete
      app.survey              worker select
      app.survey              close  select update(close_percent close_told_at closed_at outcome state)
      app.survey_import       web    select
      app.survey_import       worker –
      app.survey_import       close  –
      app.survey_reviewer     web    select insert update delete
      app.survey_reviewer     worker –
      app.survey_reviewer     close  –
      app.text_code           web    select insert update
      app.text_code           worker –
      app.text_code           close  select
      app.trustee             web    select insert update delete
      app.trustee             worker select update(mailed_at reminded_at)
      app.trustee             close  select update(dealing handed_share handed_to)
      auth.account            web    select insert update delete
      auth.account            worker –
      auth.account            close  –
      auth.app_user           web    select insert update delete
      auth.app_user           worker –
      auth.app_user           close  –
      auth.organization_code  web    select insert
      auth.organization_code  worker –
      auth.organization_code  close  –
      auth.session            web    select insert update delete
      auth.session            worker –
      auth.session            close  –
      auth.unmatched_report   web    select insert update(reports)
      auth.unmatched_report   worker –
      auth.unmatched_report   close  –
      auth.verification       web    select insert update delete
      auth.verification       worker –
      auth.verification       close  –
      box.ballot              web    –
      box.ballot              worker –
      box.ballot              close  select delete
      migrations.applied      web    select
      migrations.applied      worker –
      migrations.applied      close  –
      registry.frozen_person  web    select insert
      registry.frozen_person  worker –
      registry.frozen_person  close  select(attribute cohort_id invited layer manager_position organization_id person_id position survey_id unit_name)
      registry.invitation     web    select insert update(printed reminders_stopped secret_hash signed_message)
      registry.invitation     worker select(language nonce organization_id person_id printed reminders_stopped secret_hash signed_message stop_hash survey_id)
      registry.invitation     close  select insert delete
      registry.mail           web    select insert update
      registry.mail           worker select insert update
      registry.mail           close  select update(sent_to) delete
      registry.people_before  web    select insert delete
      registry.people_before  worker –
      registry.people_before  close  –
      registry.person         web    select insert update delete
      registry.person         worker select(active email name organization_id person_id)
      registry.person         close  select(active organization_id person_id)
      registry.signing_key    web    select insert delete
      registry.signing_key    worker –
      registry.signing_key    close  select(organization_id survey_id) delete
      registry.suppressed_address web    select insert delete
      registry.suppressed_address worker select insert
      registry.suppressed_address close  –
      results.bundle          web    select
      results.bundle          worker –
      results.bundle          close  insert
      results.comment         web    –
      results.comment         worker –
      results.comment         close  select insert
      results.counted_comment web    –
      results.counted_comment worker –
      results.counted_comment close  select insert
      results.observation     web    –
      results.observation     worker –
      results.observation     close  select insert
      results.release         web    select
      results.release         worker –
      results.release         close  select insert
      "
    `)
  })

  test("each role may call these functions and enter these schemas, and make nothing in any", async () => {
    const { rows } = await sql<{ line: string }>`
      select format('%s %s %s', rpad(role, 6), privilege, name) collate "C" as line from unnest(array['web', 'worker', 'close']) as role,
      lateral (
        select privilege, 'schema ' || nspname as name from pg_namespace, unnest(array['usage', 'create']) as privilege
        where has_schema_privilege('throughline_' || role, oid, privilege)
          and nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')
        union all
        select 'execute', pg_proc.oid::regprocedure::text from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
        where nspname not in ('pg_catalog', 'information_schema')
          and has_function_privilege('throughline_' || role, pg_proc.oid, 'execute')
      ) as rights
      order by 1`.execute(database.db)
    expect(`\n${rows.map((row) => row.line).join("\n")}\n`).toMatchInlineSnapshot(`
      "
      close  execute results.add_import(uuid,uuid,text,integer,timestamp with time zone,jsonb,text,bytea,integer,integer,text)
      close  usage schema app
      close  usage schema box
      close  usage schema registry
      close  usage schema results
      web    execute box."cast"(uuid,uuid,integer,bytea,integer,bytea,bytea,bytea)
      web    execute results.count_texts(uuid,uuid,text)
      web    execute results.delete_import(uuid,uuid)
      web    execute results.is_text_of(uuid,uuid,text,uuid)
      web    execute results.open_comments(uuid,uuid,text)
      web    usage schema app
      web    usage schema auth
      web    usage schema box
      web    usage schema migrations
      web    usage schema registry
      web    usage schema results
      worker usage schema app
      worker usage schema registry
      "
    `)
  })

  test("no role can log in, rule others or pass the guard, and none holds another's rights", async () => {
    const { rows } =
      await sql`select rolname, rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong,
      (select count(*) from pg_auth_members where member = pg_roles.oid) as memberships
      from pg_roles where rolname in ('throughline_web', 'throughline_worker', 'throughline_close') order by 1`.execute(
        database.db,
      )
    expect(rows).toEqual(
      ["close", "web", "worker"].map((role) => ({
        rolname: `throughline_${role}`,
        strong: false,
        memberships: 0,
      })),
    )
  })

  test("the login that owns the tables is no superuser and does not pass the guard", async () => {
    const { rows } =
      await sql`select rolsuper, rolbypassrls from pg_roles where rolname = current_user`.execute(database.db)
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }])
  })

  test("box.cast looks names up in the catalogue only, whatever search path its caller has", async () => {
    const { rows } = await sql`select prosecdef, proconfig from pg_proc where proname = 'cast'`.execute(
      database.db,
    )
    expect(rows).toEqual([{ prosecdef: true, proconfig: ["search_path=pg_catalog, pg_temp"] }])
  })
})
