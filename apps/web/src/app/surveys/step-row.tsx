import { Button } from "@mantine/core"
import type { ReactNode } from "react"
import { MissingList } from "./missing-list.tsx"
import type { Step, StepId, StepState } from "./set-up-steps.ts"
import classes from "./step-row.module.css"

const states: Record<Exclude<StepState, "optional">, string> = { done: "Ready", needs: "Needs you" }
/** What "optional" is called where that would be too little. */
const worth: Partial<Record<StepId, string>> = { "test-mail": "Recommended", launch: "" }

/** One step: what it is, what is set, how it stands; opened, the fields of it. */
export function StepRow(props: {
  step: Step
  number: number
  open: boolean
  next: Step | undefined
  onToggle: () => void
  onOpen: (id: StepId) => void
  children: ReactNode
}) {
  const { step, next } = props
  const state = step.state === "optional" ? (worth[step.id] ?? "Optional") : states[step.state]
  return (
    <li className={classes.step} id={step.id} data-state={step.state}>
      <span className={classes.knot} aria-hidden="true">
        {step.state === "done" ? "✓" : props.number}
      </span>
      <div className={classes.main}>
        <h2>
          <button
            type="button"
            id={`${step.id}-head`}
            className={classes.head}
            aria-expanded={props.open}
            aria-controls={`${step.id}-body`}
            onClick={props.onToggle}
          >
            <span className={classes.title}>{step.title}</span>
            <span className={classes.summary}>{step.summary}</span>
            <span className={classes.state}>{state}</span>
            <span className={classes.arrow} aria-hidden="true">
              ›
            </span>
          </button>
        </h2>
        <section id={`${step.id}-body`} aria-labelledby={`${step.id}-head`} hidden={!props.open}>
          {props.open && (
            <div className={`${classes.body} app-fade`}>
              {step.missing.length > 0 && step.id !== "launch" && (
                <div className={classes.missing}>
                  <MissingList missing={step.missing} />
                </div>
              )}
              {props.children}
              {next && (
                <Button variant="default" mt="xl" onClick={() => props.onOpen(next.id)}>
                  Next: {next.title}
                </Button>
              )}
            </div>
          )}
        </section>
      </div>
    </li>
  )
}
