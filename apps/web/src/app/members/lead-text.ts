import type { MemberList } from "../api.ts"
import { counted } from "../format.ts"

type Leads = NonNullable<MemberList["members"][number]["leads"]>

/** What a leader's account shows: the unit, and whose it is where it is not called after them. */
export function leadText(leads: Leads | null): string {
  if (leads === null) return "Leads nobody in today's org chart"
  return `${unitText(leads)}, ${counted(leads.people, "person", "people")} below layer ${leads.layer}`
}

/** A unit that has no department's name is called after its head. */
export function unitText({ unit, name }: Pick<Leads, "unit" | "name">): string {
  return unit === name ? `Unit of ${name}` : `${unit} (${name})`
}
