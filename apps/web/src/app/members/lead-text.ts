import type { MemberList } from "../api.ts"
import { counted } from "../format.ts"

type Leads = NonNullable<MemberList["members"][number]["leads"]>

/** What a leader's account shows. Whose unit it is goes without saying where the account has the same name. */
export function leadText(leads: Leads | null, account: string): string {
  if (leads === null) return "Leads nobody in today's org chart"
  const { unit, name, people, layer } = leads
  const whose = name === account ? (unit === name ? "Own unit" : unit) : unitText(leads)
  return `${whose}: ${counted(people, "person", "people")} below, on layer ${layer}`
}

/** A unit that has no department's name is called after its head. */
function unitText({ unit, name }: Pick<Leads, "unit" | "name">): string {
  return unit === name ? `Unit of ${name}` : `${unit} (${name})`
}

/** A leader among others that are searched. */
export function choiceText({
  name,
  title,
  unit,
  people,
}: Pick<Leads, "name" | "title" | "unit" | "people">): string {
  const place = [name, ...(title === "" ? [] : [title]), ...(unit === name ? [] : [unit])].join(", ")
  return `${place}: ${counted(people, "person", "people")}`
}
