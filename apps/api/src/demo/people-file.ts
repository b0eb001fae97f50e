import type { Person } from "@throughline/org"

/** People as a CSV file, the way an HR system exports them. */
export function peopleFileOf(people: readonly Person[]): string {
  const quote = (value: string) => `"${value.replaceAll('"', '""')}"`
  const rows = people.map(({ id, name, email, title, department, location, language, managerId }) =>
    [id, name, email ?? "", title, department, location, language ?? "", managerId ?? ""]
      .map(quote)
      .join(","),
  )
  return ["Employee ID,Name,Email,Title,Department,Location,Language,Manager ID", ...rows].join("\r\n")
}
