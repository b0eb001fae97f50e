import { Accordion, Badge, Button } from "@mantine/core"
import type { ColumnMap, Issue } from "@throughline/org"
import { useState } from "react"
import { count, counted } from "../format.ts"
import { fieldNames } from "./field-names.ts"
import { groupIssues, type IssueGroup } from "./issue-groups.ts"
import { issueNames } from "./issue-names.ts"

const FIRST = 20

/** Every problem of a file by row and column, one kind together, with what to do about it. */
export function IssueList(props: { issues: readonly Issue[]; columns: ColumnMap }) {
  const groups = groupIssues(props.issues)
  const errors = groups.filter((group) => group.severity === "error").map((group) => group.code)
  return (
    <Accordion multiple defaultValue={errors} variant="default" order={3} chevronPosition="left">
      {groups.map((group) => (
        <Accordion.Item key={`${group.severity}${group.code}`} value={group.code}>
          <Accordion.Control>
            <span
              style={{ display: "flex", flexWrap: "wrap", gap: "0.25rem 0.75rem", alignItems: "baseline" }}
            >
              <strong style={{ fontWeight: 560 }}>{issueNames[group.code]}</strong>
              <span style={{ color: "var(--tl-muted)" }}>{count(group.issues.length)}</span>
              {group.severity === "error" && (
                <Badge variant="outline" color="var(--app-attention-ink)" radius="sm" tt="none">
                  must be mended
                </Badge>
              )}
            </span>
          </Accordion.Control>
          <Accordion.Panel>
            <IssueRows group={group} columns={props.columns} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  )
}

function IssueRows(props: { group: IssueGroup; columns: ColumnMap }) {
  const [all, setAll] = useState(false)
  const issues = all ? props.group.issues.slice(0, 1000) : props.group.issues.slice(0, FIRST)
  const left = props.group.issues.length - issues.length
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="app-scroll" tabIndex={0} aria-label={issueNames[props.group.code]}>
        <table className="app-table">
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Column</th>
              <th scope="col">What is wrong</th>
              <th scope="col">What to do</th>
            </tr>
          </thead>
          <tbody>
            {issues.map((issue, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered, and a row may have the same issue twice
              <tr key={index}>
                <td className="num" style={{ textAlign: "start" }}>
                  {issue.row ?? "file"}
                </td>
                <td>{issue.field === null ? "" : (props.columns[issue.field] ?? fieldNames[issue.field])}</td>
                <td>{issue.message}</td>
                <td>{issue.repair ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {left > 0 && !all && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          Show {counted(left, "more row", "more rows")}
        </Button>
      )}
      {left > 0 && all && <p className="app-source">{count(left)} more rows of this kind are not listed.</p>}
    </>
  )
}
