import { gather, lookAfterClose, lookWhileOpen, type Stored } from "./evidence.ts"
import { type Linkage, linkPeople } from "./link-people.ts"
import { type Respondent, seededSurvey } from "./seeded-survey.ts"

/** A whole survey, and all that an attacker with the whole machine of the database links of it. */
export async function measureLinkage(options: {
  people: number
  together: number
  seed: number
  log?: (line: string) => void
}) {
  const run = await seededSurvey({ ...options, whileOpen: lookWhileOpen, afterClose: lookAfterClose })
  const evidence = gather(run.before, run.after)
  const rowOf = truth(run.respondents, run.after.stored)
  return { linkage: linkPeople(run.respondents, evidence, run.after.stored, rowOf), evidence, run }
}

/** Whose row is whose: everybody gave answers like nobody else's. */
export function truth(respondents: readonly Respondent[], { rows, items }: Stored): Map<string, number> {
  const signatures = new Map<string, number>()
  const statements = items.filter((item) => respondents[0]?.scores[item] !== undefined)
  const places = statements.map((item) => items.indexOf(item))
  for (const [index, row] of rows.entries()) {
    const values = row.split(" ")
    signatures.set(places.map((place) => values[place]).join(" "), index)
  }
  if (signatures.size !== rows.length) throw new Error("two people gave the same answers: take another seed")
  return new Map(
    respondents.map(({ link, scores }) => {
      const row = signatures.get(statements.map((item) => scores[item]).join(" "))
      if (row === undefined) throw new Error("somebody's answers are not among the results")
      return [link.personId, row]
    }),
  )
}

export const limit = ({ chance }: Linkage): number => chance.mean + 3 * chance.deviation
