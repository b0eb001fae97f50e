import { Accordion, Badge, Button } from "@mantine/core"
import type { ColumnMap, Issue, Repair } from "@throughline/org"
import { useState } from "react"
import { count, counted } from "../format.ts"
import { groupIssues, type IssueGroup } from "./issue-groups.ts"
import classes from "./issue-list.module.css"
import { issueNames } from "./issue-names.ts"
import { IssueRow, ProposalButton } from "./issue-row.tsx"
import { useNextFocus } from "./use-next-focus.ts"

const FIRST = 10
const MOST = 500
/** So few warnings are shown at once, if something can be done about them. */
const SHORT = 3
const canRepair = (issue: Issue) => issue.proposals.length > 0

/** Every problem of a file, one kind together, errors first, each with a button that mends it. */
export function IssueList(props: {
  issues: readonly Issue[]
  columns: ColumnMap
  busy: boolean
  onRepair: (repair: Repair) => void
  onNothingLeft: () => void
}) {
  const groups = groupIssues(props.issues)
  const errors = groups.filter((group) => group.severity === "error").map((group) => group.code)
  const short = groups.filter(({ issues }) => issues.length <= SHORT && issues.some(canRepair))
  const [open, setOpen] = useState<string[]>([...errors, ...short.map((group) => group.code)])
  const { list, goOnFrom } = useNextFocus(props.issues, props.onNothingLeft)
  // What a repair brings up must be seen: groups of errors open by themselves.
  const shown = [...new Set([...open, ...errors])]
  function repair(repair: Repair, button: HTMLElement) {
    if (props.busy) return
    goOnFrom(button)
    props.onRepair(repair)
  }
  return (
    <div ref={list}>
      <Accordion multiple value={shown} onChange={setOpen} variant="default" order={3} chevronPosition="left">
        {groups.map((group) => (
          <Accordion.Item key={`${group.severity}${group.code}`} value={group.code}>
            <Accordion.Control>
              <span className={classes.head}>
                <strong>{issueNames[group.code]}</strong>
                <span className={classes.count}>{count(group.issues.length)}</span>
                {group.severity === "error" && (
                  <Badge variant="outline" color="var(--app-attention-ink)" radius="sm" tt="none">
                    must be mended
                  </Badge>
                )}
              </span>
            </Accordion.Control>
            <Accordion.Panel>
              <Group group={group} columns={props.columns} onRepair={repair} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </div>
  )
}

function Group(props: {
  group: IssueGroup
  columns: ColumnMap
  onRepair: (repair: Repair, button: HTMLElement) => void
}) {
  const { group, columns, onRepair } = props
  const [most, setMost] = useState(FIRST)
  const issues = group.issues.slice(0, most)
  const left = group.issues.length - issues.length
  const forAll = group.issues.flatMap(({ proposals }) => proposals.filter(({ all }) => all))
  return (
    <>
      {forAll.length > 0 && (
        <div className={classes.all} data-problem tabIndex={-1}>
          {forAll.map((proposal, index) => (
            <ProposalButton
              key={JSON.stringify(proposal.repair)}
              proposal={proposal}
              main={index === 0}
              onRepair={onRepair}
            />
          ))}
        </div>
      )}
      <ul className={classes.list}>
        {issues.map((issue, index) => (
          <IssueRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered, and a row may have the same issue twice
            key={index}
            issue={issue}
            columns={columns}
            main={forAll.length === 0}
            onRepair={onRepair}
          />
        ))}
      </ul>
      {left > 0 && most < MOST && (
        <Button variant="subtle" size="compact-md" mt="xs" onClick={() => setMost(MOST)}>
          Show {counted(left, "more", "more")}
        </Button>
      )}
      {left > 0 && most >= MOST && (
        <p className="app-source">
          {count(left)} more of this kind are not listed; they are, once some of these are mended.
        </p>
      )}
    </>
  )
}
