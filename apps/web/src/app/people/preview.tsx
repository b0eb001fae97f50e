import { Button, Group } from "@mantine/core"
import type { ColumnMap, Repair } from "@throughline/org"
import { useEffect, useRef } from "react"
import type { PeopleStored } from "../api.ts"
import { counted } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import type { CheckedFile } from "./check-file.ts"
import { ColumnChoices } from "./column-choices.tsx"
import { DifferencePart } from "./difference-part.tsx"
import { IssueList } from "./issue-list.tsx"
import { LayerCounts } from "./layer-counts.tsx"
import { marksOf } from "./marks.ts"
import { OrgTree } from "./org-tree.tsx"
import { RepairList } from "./repair-list.tsx"
import type { Chosen } from "./use-people-file.ts"

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
  const { chosen, stored } = props
  const { checked } = chosen
  const { file, layers, unplaced } = checked
  const verdict = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone with the page before: reading goes on here.
  useEffect(() => verdict.current?.focus(), [])
  const toVerdict = () => verdict.current?.focus()
  return (
    <>
      <div ref={verdict} tabIndex={-1}>
        <Verdict {...props} />
      </div>
      <p role="status" className="app-note" style={{ minHeight: "1.5em", margin: "0.75rem 0 0" }}>
        {chosen.said}
      </p>
      {props.error !== null && <Trouble error={props.error} />}
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
      {checked.difference && (
        <DifferencePart difference={checked.difference} stored={stored} people={file.people} />
      )}
      <Section title="Layers" lead="Layer 1 is whoever has no manager; layer 2 reports to them, and so on.">
        <LayerCounts layers={layers} unplaced={unplaced} />
      </Section>
      <Section title="Org chart" lead="As it will be after the import, with every repair in it.">
        <OrgTree people={file.people} marks={marksOf(checked)} />
      </Section>
      {file.headers.length > 0 && (
        <Section
          title="Columns"
          lead="This is how the columns were understood. Correct by hand what was guessed wrongly."
        >
          <ColumnChoices headers={file.headers} columns={file.columns} onChange={props.onColumns} />
        </Section>
      )}
    </>
  )
}

function Verdict(props: Parameters<typeof Preview>[0]) {
  const { checked, fileName } = props.chosen
  const { file, blocked } = checked
  const errors = file.issues.filter((issue) => issue.severity === "error").length
  const proposed = file.issues.filter((issue) => issue.proposals.length > 0).length
  return (
    <div className={blocked ? "app-attention" : "app-done"} style={{ marginTop: "1.5rem" }}>
      <strong>
        {blocked
          ? `${fileName} cannot be imported yet: ${counted(errors, "problem has", "problems have")} to be mended first.`
          : `${fileName} can be imported: ${counted(file.people.length, "person", "people")}.`}
      </strong>
      <p>{blocked ? blockedText(proposed) : freeText(checked, props.stored.length)}</p>
      <Group mt="md" gap="sm">
        {proposed > 0 && (
          <Button
            variant={blocked ? "filled" : "default"}
            onClick={() => props.busy || props.onRepairAll()}
            loading={props.busy}
          >
            Repair everything as proposed
          </Button>
        )}
        <Button
          variant={blocked ? "default" : "filled"}
          onClick={props.onImport}
          disabled={blocked}
          loading={props.importing}
          aria-describedby={blocked ? "import-blocked" : undefined}
        >
          Import {counted(file.people.length, "person", "people")}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          Choose another file
        </Button>
        {blocked && (
          <span id="import-blocked" style={{ fontSize: "0.875rem" }}>
            Import waits until nothing is left that must be mended.
          </span>
        )}
      </Group>
    </div>
  )
}

function blockedText(proposed: number): string {
  const allOrNothing = "An import is all or nothing, so that nobody silently falls out of the org chart."
  return proposed > 0
    ? `${allOrNothing} Each problem below has a repair that one click makes; you see what it does before it counts.`
    : `${allOrNothing} Mend your file as said below and choose it again, or choose other columns.`
}

function freeText({ file, difference }: CheckedFile, stored: number): string {
  const warnings = file.issues.length
  const found =
    warnings === 0
      ? "Nothing was found that needs your eye."
      : `${counted(warnings, "thing", "things")} to look at below; none of them stops you.`
  const replaces =
    difference === null
      ? ""
      : ` This replaces the ${counted(stored, "person", "people")} stored now; surveys already launched keep their own frozen copy, and the import can be undone.`
  return found + replaces
}
