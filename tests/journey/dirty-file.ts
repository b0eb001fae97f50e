import { demoCompany, type Person } from "@throughline/org"

/**
 * A people file as a German HR system exports it on a bad day: semicolons, Windows-1252, and five kinds of dirt: a
 * loop, two tops, an absent manager, a doubled number, and a leaver who still has reports.
 */
export function dirtyFile(): {
  bytes: Buffer
  people: number
  rows: number
  /** Of everybody who is invited by mail once the file is repaired as proposed, sorted. */
  addresses: string[]
} {
  const company = demoCompany({ seed: 9, people: 80 })
  const reportsOf = (id: string) => company.filter(({ managerId }) => managerId === id)
  const head = company.find(({ managerId }) => managerId === null) as Person
  const second = reportsOf(head.id).filter(({ id }) => reportsOf(id).length > 1)
  const [otherTop, inLoop, leaver] = second as [Person, Person, Person]
  const leaves = company.filter(({ id }) => reportsOf(id).length === 0)
  const [orphan, doubled] = leaves.slice(-2) as [Person, Person]
  const managerOf = (person: Person) => {
    if (person === otherTop) return ""
    if (person === inLoop) return reportsOf(inLoop.id)[0]?.id ?? ""
    if (person === orphan) return "Jürgen Größ"
    return person.managerId ?? ""
  }
  const rows = company.map((person) => [
    person.id,
    person === leaver ? "Zoë Müßig" : person.name,
    person.email ?? "",
    managerOf(person),
    person.department,
    person === leaver ? "ausgeschieden" : "aktiv",
  ])
  rows.push([doubled.id, `${doubled.name} (alt)`, "", doubled.managerId ?? "", doubled.department, "aktiv"])
  const header = ["Personalnummer", "Name", "E-Mail", "Vorgesetzter", "Abteilung", "Status"]
  const text = [header, ...rows].map((row) => row.join(";")).join("\r\n")
  // The doubled row goes, the leaver goes, an absent manager stays as a vacant post.
  const addresses = company.flatMap((person) => (person === leaver ? [] : (person.email ?? []))).sort()
  return { bytes: Buffer.from(text, "latin1"), people: company.length, rows: rows.length, addresses }
}
