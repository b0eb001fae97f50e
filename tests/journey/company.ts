import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { demoCompany, type Person, parsePeople } from "@throughline/org"

const reference = fileURLToPath(
  new URL("../../../shared/reference/orgs/sourcegraph/employees-2022-05-11.csv", import.meta.url),
)

/** The people file HR uploads: a real org chart where it is at hand, else a made-up one of the same size. */
export function peopleFile() {
  const text = existsSync(reference)
    ? readFileSync(reference, "utf8")
    : csvOf(demoCompany({ seed: 4, people: 320 }))
  const { people } = parsePeople(text)
  const byId = new Map(people.map((person) => [person.id, person]))
  /** Counted by hand from manager to manager, without the product's own org chart. */
  const layerOf = (person: Person): number => {
    const manager = person.managerId === null ? undefined : byId.get(person.managerId)
    return manager === undefined ? 1 : 1 + layerOf(manager)
  }
  const layers = new Map(people.map((person) => [person.email ?? "", layerOf(person)]))
  const sizes = new Map<number, number>()
  for (const layer of layers.values()) sizes.set(layer, (sizes.get(layer) ?? 0) + 1)
  return {
    text,
    people: people.length,
    /** Layer of a mail address; 1 is the head. */
    layers,
    /** People a layer, from the top. */
    sizes: [...sizes].sort(([a], [b]) => a - b),
    /** Mail addresses of those who have reports. */
    managers: new Set(people.flatMap(({ managerId }) => byId.get(managerId ?? "")?.email ?? [])),
  }
}

function csvOf(people: readonly Person[]): string {
  const quoted = (value: string | null) => `"${(value ?? "").replaceAll('"', '""')}"`
  const rows = people.map((person) =>
    [person.id, person.email, person.name, person.managerId, person.title, person.department, person.language]
      .map(quoted)
      .join(","),
  )
  return ["id,email,name,manager_id,title,department,language", ...rows].join("\n")
}

export const words = {
  mission: "We make it possible for every developer to understand the whole of a large code base.",
  missionDecoys: [
    "We make writing software as easy as writing a letter, for everybody who has an idea.",
    "We keep the code of the world safe by finding faults before anybody else does.",
    "We bring teams of developers together, wherever they are and whatever they build.",
    "We give every company the tools to ship software twice as fast as its neighbours.",
  ],
  vision: "By 2030 nobody has to guess what a change will break.",
  priorities: ["Halve the time to the first answer", "Win thirty large customers", "Make search free to try"],
  priorityDecoys: [
    "Open an office in Asia",
    "Rewrite the editor",
    "Lower the cost of hosting",
    "Hire leaders",
  ],
}
