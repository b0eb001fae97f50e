import { Button } from "@mantine/core"
import type { ColumnMap, Issue, Proposal, Repair } from "@throughline/org"
import { useId, useState } from "react"
import { fieldNames } from "./field-names.ts"
import classes from "./issue-list.module.css"

type OnRepair = (repair: Repair, button: HTMLElement) => void

/** One problem in one sentence, and what one click does about it; other ways stand behind a button. */
export function IssueRow(props: { issue: Issue; columns: ColumnMap; main: boolean; onRepair: OnRepair }) {
  const { issue, columns, onRepair } = props
  const [others, setOthers] = useState(false)
  const column = issue.field === null ? undefined : (columns[issue.field] ?? fieldNames[issue.field])
  const place = [issue.row === null ? "" : `Row ${issue.row}`, column ?? ""].filter((part) => part !== "")
  const [first, ...rest] = issue.proposals.filter(({ all }) => !all)
  return (
    <li className={classes.issue} data-problem={first ? "" : undefined} tabIndex={-1}>
      {place.length > 0 && <p className={classes.place}>{place.join(", ")}</p>}
      <p className={classes.message}>{issue.message}</p>
      {!first && issue.repair && <p className={classes.effect}>{issue.repair}</p>}
      {first && <ProposalButton proposal={first} main={props.main} onRepair={onRepair} />}
      {rest.length > 0 && !others && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.quiet ?? ""}
          onClick={() => setOthers(true)}
        >
          Other ways
        </Button>
      )}
      {others &&
        rest.map((proposal) => (
          <ProposalButton
            key={JSON.stringify(proposal.repair)}
            proposal={proposal}
            main={false}
            onRepair={onRepair}
          />
        ))}
    </li>
  )
}

/** A repair as a button, with what it changes beside it. */
export function ProposalButton(props: { proposal: Proposal; main: boolean; onRepair: OnRepair }) {
  const effect = useId()
  const { label, repair } = props.proposal
  return (
    <div className={classes.proposal}>
      <Button
        size="compact-md"
        variant={props.main ? "light" : "default"}
        className={classes.button ?? ""}
        aria-describedby={effect}
        onClick={(event) => props.onRepair(repair, event.currentTarget)}
      >
        {label}
      </Button>
      <span id={effect} className={classes.effect}>
        {props.proposal.effect}
      </span>
    </div>
  )
}
