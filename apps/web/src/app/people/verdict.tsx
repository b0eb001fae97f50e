import { Button, Group } from "@mantine/core"
import { counted } from "../format.ts"
import type { CheckedFile } from "./check-file.ts"

/** Whether the file can be imported, what that would do, and the buttons for it. */
export function Verdict(props: {
  checked: CheckedFile
  fileName: string
  /** People stored now. */
  stored: number
  busy: boolean
  importing: boolean
  onRepairAll: () => void
  onImport: () => void
  onCancel: () => void
}) {
  const { checked, fileName, busy } = props
  const { file, blocked } = checked
  const errors = file.issues.filter((issue) => issue.severity === "error")
  const proposed = file.issues.some((issue) => issue.proposals.length > 0)
  const main = errors.some((issue) => issue.proposals.length > 0)
  return (
    <div className={blocked ? "app-attention" : "app-done"} style={{ marginTop: "1.5rem" }}>
      <strong>
        {blocked
          ? `${fileName} cannot be imported yet: ${counted(errors.length, "problem has", "problems have")} to be mended first.`
          : `${fileName} can be imported: ${counted(file.people.length, "person", "people")}.`}
      </strong>
      <p>{blocked ? blockedText(main) : freeText(checked, props.stored)}</p>
      <Group mt="md" gap="sm">
        {proposed && (
          <Button
            variant={main ? "filled" : "default"}
            aria-busy={busy}
            onClick={() => busy || props.onRepairAll()}
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

function blockedText(canRepair: boolean): string {
  const allOrNothing = "An import is all or nothing, so that nobody silently falls out of the org chart."
  return canRepair
    ? `${allOrNothing} The problems below have repairs that one click makes; you see what each does before it counts.`
    : `${allOrNothing} Choose other columns below, or mend your file and choose it again.`
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
