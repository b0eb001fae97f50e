import { withOrganization } from "@throughline/db"
import { buildOrgChart, isBlocked, type Person, parsePeople } from "@throughline/org"
import type { Deps } from "../deps.ts"
import { forgetPlans } from "../forget-plans.ts"
import { Problem } from "../problem.ts"
import {
  insertPeopleImport,
  lockOrganization,
  type PersonRow,
  personIdsBySource,
  removePeople,
  upsertPeople,
} from "./queries.ts"
import type { PeopleUpload } from "./schemas.ts"

/**
 * Replaces the people by those of the file, in one transaction: known ids are updated, new ones added, absent ones
 * removed (or made inactive while a survey refers to them). The file is read by the same functions as on the page, so
 * what the page let through is let through here. Throws people.blocked with all issues when one of them is an error.
 */
export async function importPeople(
  deps: Deps,
  organizationId: string,
  upload: PeopleUpload,
): Promise<{ people: number; layers: number }> {
  const file = parsePeople(upload.text, {
    columns: upload.columns,
    today: deps.now().toISOString().slice(0, 10),
  })
  if (isBlocked(file)) throw new Problem("people.blocked", { issues: file.issues })
  const chart = buildOrgChart(file.people)
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockOrganization(tx, organizationId)
    const known = await personIdsBySource(tx, organizationId)
    const ids = new Map(file.people.map(({ id }) => [id, known.get(id) ?? crypto.randomUUID()]))
    await upsertPeople(
      tx,
      organizationId,
      file.people.map((person) => asRow(person, ids)),
    )
    await forgetPlans(tx)
    await removePeople(
      tx,
      organizationId,
      [...known].filter(([source]) => !ids.has(source)).map(([, personId]) => personId),
    )
    await insertPeopleImport(tx, organizationId, {
      fileName: upload.fileName,
      people: file.people.length,
      importedAt: deps.now(),
    })
  })
  return {
    people: file.people.length,
    layers: chart.layer.reduce((deepest, layer) => Math.max(deepest, layer), 0),
  }
}

function asRow(person: Person, ids: ReadonlyMap<string, string>): PersonRow {
  const personId = ids.get(person.id) ?? ""
  const { name, email, title, department, location, language, active } = person
  // A manager who is not in the file: the person's own id keeps such a person from being taken for the top.
  const managerId = person.managerId === null ? null : (ids.get(person.managerId) ?? personId)
  return {
    person_id: personId,
    source_id: person.id,
    name,
    email,
    title,
    department,
    location,
    language,
    manager_id: managerId,
    active,
  }
}
