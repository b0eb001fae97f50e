import { Button } from "@mantine/core"
import { useState } from "react"
import type { PeopleImport } from "../api.ts"
import { counted } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useOrganization, usePeopleImports } from "../queries.ts"
import { zonedMoment } from "../zoned.ts"
import { differenceSentence } from "./difference-sentence.ts"
import classes from "./issue-list.module.css"
import { Undo } from "./undo.tsx"

const FIRST = 5

/** Who imported what and when; the last import can be undone. */
export function History(props: { onUndone: (sentence: string) => void }) {
  const query = usePeopleImports()
  const timeZone = useOrganization().data?.timeZone ?? "UTC"
  const [all, setAll] = useState(false)
  return (
    <Loaded query={query} what="imports">
      {({ imports }) =>
        imports.length === 0 ? null : (
          <Section title="Imports" lead="The last one can be undone, once.">
            <ul className={classes.list}>
              {(all ? imports : imports.slice(0, FIRST)).map((one, index) => (
                <li key={one.id} className={classes.issue}>
                  <p className={classes.place}>
                    {zonedMoment(one.importedAt, timeZone)}
                    {one.importedBy && `, ${one.importedBy}`}
                  </p>
                  <p className={classes.message}>
                    <strong>{one.fileName}</strong>: {counted(one.people, "person", "people")}
                    {one.layers !== null && ` on ${counted(one.layers, "layer", "layers")}`}
                    {one.repairs > 0 && `, after ${counted(one.repairs, "repair", "repairs")}`}.{" "}
                    {changedBy(one, isFirst(imports, index))}
                  </p>
                  {one.undoneAt && (
                    <p className={classes.effect}>
                      Undone {zonedMoment(one.undoneAt, timeZone)}
                      {one.undoneBy && `, by ${one.undoneBy}`}.
                    </p>
                  )}
                  {one.undo && <Undo one={one} isFirst={isFirst(imports, index)} onUndone={props.onUndone} />}
                </li>
              ))}
            </ul>
            {imports.length > FIRST && !all && (
              <Button variant="subtle" size="compact-md" onClick={() => setAll(true)}>
                Show {counted(imports.length - FIRST, "earlier import", "earlier imports")}
              </Button>
            )}
          </Section>
        )
      }
    </Loaded>
  )
}

/** As many as the server lists; behind them there may be more. */
const LISTED = 50

/** Nobody was stored before it. */
function isFirst(imports: readonly PeopleImport[], index: number): boolean {
  const earlier = imports.slice(index + 1)
  return imports.length < LISTED && earlier.every(({ undoneAt }) => undoneAt !== null)
}

function changedBy({ difference }: PeopleImport, isFirst: boolean): string {
  if (isFirst) return "Nobody was stored before."
  return difference === null ? "" : differenceSentence(difference, "done")
}
