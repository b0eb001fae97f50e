import type { ImportPreview } from "../api.ts"
import { count, counted } from "../format.ts"
import { Section } from "../frame/page.tsx"

/** What an import would count, before it counts: how many, in which groups, and which rows are left out. */
export function PreviewOfImport({ preview }: { preview: ImportPreview }) {
  const { layers, units, refusedRows, notes } = preview
  return (
    <Section title="What would be counted" lead={sentence(preview)}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {preview.refused === null && layers.length === 0 && (
        <p>
          No layer stands alone: in every unit some layer has fewer people than the smallest group and joins
          another. Fewer columns of units, or a smaller smallest group, may show layers.
        </p>
      )}
      {layers.length > 0 && (
        <ul className="app-list">
          {layers.map(({ name, people, told }) => (
            <li key={name}>
              {name}: {counted(people, "person", "people")}
              {told ? "" : ", too few or too close to another survey to be shown"}
            </li>
          ))}
        </ul>
      )}
      {units.told + units.hidden > 0 && (
        <p>
          {counted(units.told, "unit is", "units are")} shown, {count(units.hidden)} stay hidden.
        </p>
      )}
      {refusedRows.length > 0 && (
        <>
          <p>
            <strong>Rows that are not counted</strong>, as your spreadsheet numbers them:
          </p>
          <ul className="app-list">
            {refusedRows.map(({ why, rows, first }) => (
              <li key={why}>
                {why} {counted(rows, "row", "rows")}: {first.join(", ")}
                {rows > first.length ? " and others" : ""}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function sentence({ refused, people, refusedCount, smallest, beside }: ImportPreview): string {
  const left = `${counted(refusedCount, "row is", "rows are")} left out.`
  if (refused !== null) return `Nothing can be counted as it stands. ${refused}`
  const near =
    beside === 0
      ? ""
      : ` ${counted(beside, "survey", "surveys")} with some of the same questions within a month hide what could be compared.`
  return `${counted(people, "person", "people")} count, in groups of at least ${count(smallest)}; ${left}${near}`
}
