import type { ColumnMap, Repair } from "@throughline/org"
import { useEffect, useMemo, useRef, useState } from "react"
import type { PeopleStored } from "../api.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { ColumnChoices } from "./column-choices.tsx"
import { DifferencePart } from "./difference-part.tsx"
import { IssueList } from "./issue-list.tsx"
import { LayerCounts } from "./layer-counts.tsx"
import { marksOf } from "./marks.ts"
import { OrgTree } from "./org-tree.tsx"
import { RepairList } from "./repair-list.tsx"
import type { Chosen } from "./use-people-file.ts"
import { Verdict } from "./verdict.tsx"

/** What an import would store, before anything is stored; and every problem with what one click does about it. */
export function Preview(props: {
  chosen: Chosen
  stored: PeopleStored["people"]
  busy: boolean
  importing: boolean
  error: unknown
  onColumns: (columns: ColumnMap) => void
  onRepair: (repair: Repair) => void
  onRepairAll: () => void
  onTakeBack: (index: number) => void
  onImport: () => void
  onCancel: () => void
}) {
  const { chosen, stored, error } = props
  const { checked } = chosen
  const { file, layers, unplaced } = checked
  const verdict = useRef<HTMLDivElement>(null)
  const toVerdict = () => verdict.current?.focus()
  // The button that was pressed is gone or off: reading goes on here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each repair of everything, and each refusal, is another one
  useEffect(toVerdict, [chosen.times, error])
  const marks = useMemo(() => marksOf(checked), [checked])
  const columns = file.headers.length > 0 && (
    <Section
      title="Columns"
      lead="This is how the columns were understood. Correct by hand what was guessed wrongly."
    >
      <ColumnChoices headers={file.headers} columns={file.columns} onChange={props.onColumns} />
    </Section>
  )
  // Before it is known who the people are, or who manages them, the rest says nothing.
  const isUnderstood = !file.issues.some(({ code }) => code === "missing-column") && file.people.length > 0
  // Where they stand first they stay: a field must not move away from whoever is choosing in it.
  const [columnsFirst] = useState(!isUnderstood)
  return (
    <>
      <div ref={verdict} tabIndex={-1}>
        <Verdict
          {...{ checked, fileName: chosen.fileName, stored: stored.length }}
          {...{ busy: props.busy, importing: props.importing }}
          {...{ onRepairAll: props.onRepairAll, onImport: props.onImport, onCancel: props.onCancel }}
        />
      </div>
      {chosen.sheet !== null && (
        <p className="app-source">
          Read from the sheet “{chosen.sheet}”. Another one? Move it to the front, or save it as CSV.
        </p>
      )}
      <p role="status" className="app-note" style={{ minHeight: "1.5em", margin: "0.75rem 0 0" }}>
        {chosen.said}
      </p>
      {error !== null && <Trouble error={error} />}
      {columnsFirst && columns}
      {file.issues.length > 0 && (
        <Section
          title="What was found"
          lead="What must be mended stands first. Rows are counted as your spreadsheet counts them: the header is row 1."
        >
          <IssueList
            issues={file.issues}
            columns={file.columns}
            busy={props.busy}
            onRepair={props.onRepair}
            onNothingLeft={toVerdict}
          />
        </Section>
      )}
      {file.repairs.length > 0 && (
        <Section
          title="Repairs so far"
          lead="They are made to what is imported; your file stays as it is. Each can be taken back."
        >
          <RepairList
            repairs={file.repairs}
            busy={props.busy}
            onTakeBack={props.onTakeBack}
            onNothingLeft={toVerdict}
          />
        </Section>
      )}
      {isUnderstood && (
        <>
          {checked.difference && (
            <DifferencePart difference={checked.difference} stored={stored} people={file.people} />
          )}
          <Section
            title="Layers"
            lead="Layer 1 is whoever has no manager; layer 2 reports to them, and so on."
          >
            <LayerCounts layers={layers} unplaced={unplaced} />
          </Section>
          <Section title="Org chart" lead="As it will be after the import, with every repair in it.">
            <OrgTree people={file.people} marks={marks} />
          </Section>
          {!columnsFirst && columns}
        </>
      )}
    </>
  )
}
