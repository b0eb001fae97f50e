import { type RawBuilder, sql } from "kysely"

/**
 * What is kept of the address an invitation went to: enough to know it again, by organization and person, so that equal
 * addresses look different. Stands in a statement about registry.mail or another table with the same ids.
 */
export function sentTo(table: "mail" | "invitation"): RawBuilder<Uint8Array | null> {
  const organization = sql.ref(`${table}.organization_id`)
  const person = sql.ref(`${table}.person_id`)
  return sql`(select sha256(convert_to(concat_ws(' ', person.organization_id, person.person_id, lower(person.email)), 'UTF8'))
    from registry.person
    where person.organization_id = ${organization} and person.person_id = ${person} and person.email is not null)`
}
