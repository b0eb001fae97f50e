import type { ColumnMap } from "@throughline/org"
import { useState } from "react"
import { Link } from "wouter"
import { api, type PeopleStored } from "../api.ts"
import { count, counted, moment } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded, Trouble, Waiting } from "../frame/states.tsx"
import { useDeed, usePeople } from "../queries.ts"
import type { CheckedFile } from "./check-file.ts"
import { DropArea } from "./drop-area.tsx"
import { LayerCounts } from "./layer-counts.tsx"
import { OrgTree } from "./org-tree.tsx"
import { Preview } from "./preview.tsx"
import { check, decode } from "./read-file.ts"

interface Chosen {
  fileName: string
  text: string
  columns: ColumnMap | undefined
  checked: CheckedFile
}

export default function People() {
  const stored = usePeople()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [reading, setReading] = useState(false)
  const [unreadable, setUnreadable] = useState<unknown>(null)
  const [imported, setImported] = useState<string | null>(null)
  const importing = useDeed(api.importPeople, (result) => {
    setImported(
      `${counted(result.people, "person", "people")} on ${counted(result.layers, "layer", "layers")} are stored now.`,
    )
    setChosen(null)
  })

  async function read(file: { fileName: string; text: string; columns: ColumnMap | undefined }) {
    setReading(true)
    setImported(null)
    setUnreadable(null)
    importing.reset()
    try {
      setChosen({ ...file, checked: await check(file.text, file.columns) })
    } catch (error) {
      setUnreadable(error)
    }
    setReading(false)
  }
  async function take(file: File) {
    await read({
      fileName: file.name,
      text: decode(new Uint8Array(await file.arrayBuffer())),
      columns: undefined,
    })
  }

  return (
    <Loaded query={stored} what="people">
      {(data) => (
        <Page
          title="People"
          kicker="People"
          headline={headline(data, chosen)}
          lead={
            data.people.length === 0 && !chosen
              ? "Throughline follows the mission along the org chart, so it first needs to know who manages whom."
              : undefined
          }
        >
          {imported && (
            <div className="app-done" role="status" style={{ marginTop: "1.5rem" }}>
              <strong>{imported}</strong>
              <p>
                Next: <Link href="/mission-and-priorities">write down mission and priorities</Link>, or{" "}
                <Link href="/surveys">set up a survey</Link>.
              </p>
            </div>
          )}
          {unreadable !== null && <Trouble error={unreadable} />}
          {reading && <Waiting what="the file" />}
          {chosen && !reading && (
            <Preview
              checked={chosen.checked}
              fileName={chosen.fileName}
              replaces={data.people.length}
              importing={importing.isPending}
              error={importing.error}
              onColumns={(columns) => void read({ ...chosen, columns })}
              onCancel={() => setChosen(null)}
              onImport={() =>
                importing.mutate({
                  fileName: chosen.fileName,
                  text: chosen.text,
                  ...(chosen.columns ? { columns: chosen.columns } : {}),
                })
              }
            />
          )}
          {!chosen && !reading && (
            <>
              {data.people.length > 0 && <Stored data={data} />}
              <DropArea onFile={(file) => void take(file)} busy={reading} />
            </>
          )}
        </Page>
      )}
    </Loaded>
  )
}

function headline(data: PeopleStored, chosen: Chosen | null): string {
  if (chosen) return "Look before you import"
  if (data.people.length === 0) return "Bring your people in"
  const layers = Math.max(...data.people.map((person) => person.layer))
  return `${counted(data.people.length, "person", "people")} on ${counted(layers, "layer", "layers")}`
}

function Stored({ data }: { data: PeopleStored }) {
  const layers = new Map<number, number>()
  for (const person of data.people) layers.set(person.layer, (layers.get(person.layer) ?? 0) + 1)
  const inactive = data.people.filter((person) => !person.active).length
  const noEmail = data.people.filter((person) => person.active && person.email === null).length
  return (
    <>
      {data.lastImport && (
        <p className="app-lead">
          From {data.lastImport.fileName}, imported {moment(data.lastImport.importedAt)}.
          {noEmail > 0 &&
            ` ${counted(noEmail, "person has", "people have")} no e-mail address and cannot be invited.`}
          {inactive > 0 &&
            ` ${count(inactive)} have left or stand for vacant posts: they keep their place and are not invited.`}
        </p>
      )}
      <Section title="Layers">
        <LayerCounts
          layers={[...layers]
            .filter(([layer]) => layer > 0)
            .sort(([a], [b]) => a - b)
            .map(([layer, people]) => ({ layer, people }))}
          unplaced={layers.get(0) ?? 0}
        />
      </Section>
      <Section title="Org chart">
        <OrgTree people={data.people} />
      </Section>
      <Section
        title="Import again"
        lead="A new file replaces the people as a whole, after you have looked at it."
      >
        {null}
      </Section>
    </>
  )
}
