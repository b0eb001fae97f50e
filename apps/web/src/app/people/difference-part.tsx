import { Accordion, Button } from "@mantine/core"
import type { Difference, Person, StoredPerson } from "@throughline/org"
import { useMemo } from "react"
import { csvText, download, fileName } from "../csv.ts"
import { count, counted } from "../format.ts"
import { DataTable } from "../frame/figure.tsx"
import { Section } from "../frame/page.tsx"
import { countsOf, differenceSentence } from "./difference-sentence.ts"
import { type DifferenceTable, differenceTables } from "./difference-tables.ts"
import classes from "./issue-list.module.css"

const FIRST = 100

/** What the file changes about the people who are stored, said before it counts. */
export function DifferencePart(props: {
  difference: Difference
  stored: readonly StoredPerson[]
  people: readonly Person[]
}) {
  const { difference, stored, people } = props
  const tables = useMemo(() => differenceTables(difference, stored, people), [difference, stored, people])
  const same =
    difference.unchanged === 0
      ? ""
      : `${counted(difference.unchanged, "person stays as they are", "people stay as they are")}.`
  return (
    <Section
      title="What changes"
      lead={`Compared with the people stored now: ${differenceSentence(countsOf(difference), "ahead")} ${same}`}
    >
      {difference.left.length * 2 > stored.length && (
        <p className="app-attention" style={{ marginTop: 0 }}>
          More than half of the people stored now are not in this file. Is it the file of the whole
          organization?
        </p>
      )}
      {tables.length > 0 && (
        <Accordion variant="default" order={3} chevronPosition="left">
          {tables.map((table) => (
            // A value becomes part of an id, which takes no blank.
            <Accordion.Item key={table.caption} value={table.caption.replaceAll(" ", "-")}>
              <Accordion.Control>
                <span className={classes.head}>
                  <strong>{table.caption}</strong>
                  <span className={classes.count}>{count(table.people)}</span>
                </span>
              </Accordion.Control>
              <Accordion.Panel>
                <Rows table={table} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </Section>
  )
}

function Rows({ table }: { table: DifferenceTable }) {
  const more = table.rows.length - FIRST
  return (
    <>
      <DataTable table={{ ...table, rows: table.rows.slice(0, FIRST) }} />
      {more > 0 && <p className="app-source">The first {FIRST} are shown; the download has all.</p>}
      <Button
        size="compact-sm"
        variant="subtle"
        mt="xs"
        aria-label={`Download as CSV: ${table.caption}`}
        onClick={() => download(fileName("people", table.caption), csvText(table))}
      >
        CSV
      </Button>
    </>
  )
}
