import { Button, Group } from "@mantine/core"
import type { ColumnMap } from "@throughline/org"
import { counted } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import type { CheckedFile } from "./check-file.ts"
import { ColumnChoices } from "./column-choices.tsx"
import { IssueList } from "./issue-list.tsx"
import { LayerCounts } from "./layer-counts.tsx"
import { OrgTree } from "./org-tree.tsx"

/** What an import would store, before anything is stored. */
export function Preview(props: {
  checked: CheckedFile
  fileName: string
  replaces: number
  importing: boolean
  error: unknown
  onColumns: (columns: ColumnMap) => void
  onImport: () => void
  onCancel: () => void
}) {
  const { file, blocked, layers, unplaced } = props.checked
  const errors = file.issues.filter((issue) => issue.severity === "error").length
  const warnings = file.issues.length - errors
  return (
    <>
      <div className={blocked ? "app-attention" : "app-done"} style={{ marginTop: "1.5rem" }} role="status">
        <strong>
          {blocked
            ? `${props.fileName} cannot be imported yet: ${counted(errors, "error has", "errors have")} to be mended first.`
            : `${props.fileName} can be imported: ${counted(file.people.length, "person", "people")}.`}
        </strong>
        <p>
          {blocked
            ? "An import is all or nothing, so that nobody silently falls out of the org chart. Mend the errors below in your file or choose other columns, then upload it again."
            : `${warnings === 0 ? "Nothing was found that needs your eye." : `${counted(warnings, "thing", "things")} to look at below; none of them stops you.`}${props.replaces > 0 ? ` This replaces the ${counted(props.replaces, "person", "people")} stored now; surveys already launched keep their own frozen copy.` : ""}`}
        </p>
        <Group mt="md" gap="sm">
          <Button
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
              Disabled: {counted(errors, "error", "errors")} left.
            </span>
          )}
        </Group>
      </div>
      {props.error !== null && <Trouble error={props.error} />}
      {file.issues.length > 0 && (
        <Section
          title="What was found"
          lead="By row and column as your spreadsheet shows them; the header is row 1. Errors first."
        >
          <IssueList issues={file.issues} columns={file.columns} />
        </Section>
      )}
      <Section
        title="Columns"
        lead="This is how the columns were understood. Correct by hand what was guessed wrongly."
      >
        <ColumnChoices headers={file.headers} columns={file.columns} onChange={props.onColumns} />
      </Section>
      <Section title="Layers" lead="Layer 1 is whoever has no manager; layer 2 reports to them, and so on.">
        <LayerCounts layers={layers} unplaced={unplaced} />
      </Section>
      <Section title="Org chart">
        <OrgTree people={file.people} />
      </Section>
    </>
  )
}
