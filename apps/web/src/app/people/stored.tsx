import type { PeopleStored } from "../api.ts"
import { counted } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { useOrganization } from "../queries.ts"
import { zonedMoment } from "../zoned.ts"
import { LayerCounts } from "./layer-counts.tsx"
import { OrgTree } from "./org-tree.tsx"

/** The people as they are stored. */
export function Stored({ data }: { data: PeopleStored }) {
  const timeZone = useOrganization().data?.timeZone ?? "UTC"
  const layers = new Map<number, number>()
  for (const person of data.people) layers.set(person.layer, (layers.get(person.layer) ?? 0) + 1)
  const inactive = data.people.filter((person) => !person.active).length
  const noEmail = data.people.filter((person) => person.active && person.email === null).length
  return (
    <>
      {data.lastImport && (
        <p className="app-lead">
          From {data.lastImport.fileName}, imported {zonedMoment(data.lastImport.importedAt, timeZone)}.
          {noEmail > 0 &&
            ` ${counted(noEmail, "person has", "people have")} no e-mail address and cannot be invited by mail.`}
          {inactive > 0 &&
            ` ${counted(inactive, "is a vacant post or has left: it keeps its place and is", "are vacant posts or have left: they keep their place and are")} not invited.`}
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
        {data.gone > 0 && (
          <p className="app-source">
            {counted(data.gone, "person who has left is", "people who have left are")} kept besides, in no
            list and never invited again: a survey invited them.
          </p>
        )}
      </Section>
      <Section title="Org chart">
        <OrgTree people={data.people} />
      </Section>
    </>
  )
}
