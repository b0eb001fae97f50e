import { Button } from "@mantine/core"
import { Link } from "wouter"
import type { Organization, PeopleStored, SurveySummary } from "../api.ts"
import { Page } from "../frame/page.tsx"
import classes from "./checklist.module.css"
import { Needs } from "./needs.tsx"
import { firstSteps, stepsHeadline } from "./steps.ts"

/** What HR meets before there are results: four steps on one line, the next one obvious. */
export function Checklist(props: {
  people: PeopleStored
  organization: Organization
  surveys: readonly SurveySummary[]
}) {
  const steps = firstSteps(props.people, props.organization, props.surveys)
  const next = steps.findIndex((step) => !step.done)
  return (
    <Page
      title="Home"
      kicker={props.organization.name}
      headline={stepsHeadline(steps)}
      lead="Then you see at which layer mission and vision stop being understood, with answers nobody can trace."
    >
      <ol className={classes.steps}>
        {steps.map((step, at) => (
          <li
            key={step.title}
            className={classes.step}
            data-state={step.done ? "done" : at === next ? "next" : "later"}
            aria-current={at === next ? "step" : undefined}
          >
            <span className={classes.knot} aria-hidden="true">
              {step.done ? "✓" : at + 1}
            </span>
            <div>
              <h2>
                {step.title}
                {step.done && <span className={classes.done}> done</span>}
              </h2>
              <p>{step.text}</p>
              {step.action &&
                (at === next ? (
                  <Button component={Link} href={step.action.href}>
                    {step.action.label}
                  </Button>
                ) : (
                  step.done && <Link href={step.action.href}>{step.action.label}</Link>
                ))}
            </div>
          </li>
        ))}
      </ol>
      <Needs surveys={props.surveys} timeZone={props.organization.timeZone} quiet />
    </Page>
  )
}
