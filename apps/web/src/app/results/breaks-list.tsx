import type { BreakFinding, Breaks, JudgedMeasure } from "@throughline/analysis"
import { memo, type ReactNode, useState } from "react"
import { Link } from "wouter"
import type { ViewedRelease } from "../api.ts"
import { counted, points } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { findingSentence, findingSize, hasVerdicts, howRare, whereElse } from "./breaks-sentences.ts"
import { unitsByVerdict } from "./breaks-tables.ts"
import { measureName } from "./measure-names.ts"
import { groupOf } from "./release-groups.ts"
import classes from "./results.module.css"

interface ListProps {
  release: ViewedRelease
  breaks: Breaks
  judged: JudgedMeasure
  /** of the measure that is looked at */
  findings: readonly BreakFinding[]
}

/** Everything the search says, in sentences, the surest first. */
export const BreaksList = memo(function BreaksList({ release, breaks, judged, findings }: ListProps) {
  const others = breaks.findings.filter(({ measure }) => measure !== judged.measure).sort((a, b) => a.p - b.p)
  return (
    <>
      <Section
        title={findings.length === 0 ? "No break is confirmed" : "Confirmed breaks"}
        lead={
          findings.length === 0
            ? untold(release, judged)
            : "A break is confirmed when at most 4 of 100 organizations in which leaders differ as much as here, and nothing breaks, would show as much anywhere."
        }
      >
        <Findings release={release} findings={findings} />
      </Section>
      {others.length > 0 && (
        <Section
          title="Confirmed breaks in other measures"
          lead="The more measures are judged, the more one of them shows by luck; so each must show more than it would by itself."
        >
          <Findings release={release} findings={others} />
        </Section>
      )}
      {hasVerdicts(breaks, judged.measure) && judged.tested && (
        <Units release={release} breaks={breaks} findings={findings} />
      )}
      <p className="app-note">
        A standard deviation is how far people on one layer typically stand from its mean.
      </p>
    </>
  )
})

function untold(release: ViewedRelease, judged: JudgedMeasure): string {
  const name = measureName(release.measures, judged.measure)
  return judged.tested
    ? `${name} was compared over ${counted(judged.atoms, "group", "groups")} of people. No area is lower by more than leaders ordinarily differ; that is no proof that nothing is wrong.`
    : `${name} could not be tested: too few groups of people have answers.`
}

function Findings({ release, findings }: { release: ViewedRelease; findings: readonly BreakFinding[] }) {
  if (findings.length === 0) return null
  return (
    <ul className={classes.sentences}>
      {findings.map((finding) => (
        <li key={finding.id} className={classes.confirmed}>
          <strong>{findingSentence(release, finding)}.</strong> {howRare(finding.p)}
          <p>
            {findingSize(finding)} {whereElse(finding)}{" "}
            {groupOf(release, finding.unit) && (
              <Link
                href={`/results/${release.survey.id}?${new URLSearchParams({ measure: finding.measure, group: finding.unit })}`}
              >
                Layers of {finding.name}
              </Link>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

type Told = ReturnType<typeof unitsByVerdict>["lower"]

/** Units of which no break is confirmed: lower than the average, without evidence, too few to tell. */
function Units({ release, breaks, findings }: Omit<ListProps, "judged">) {
  const by = unitsByVerdict(release, breaks, findings)
  const unseen = by["too-few"]
  return (
    <>
      {by.lower.length > 0 && (
        <Section
          title="Lower than the average, within normal variation"
          lead={`${counted(by.lower.length, "unit is", "units are")} lower than the whole organization by more than who did not answer can explain, and not by more than leaders ordinarily differ.`}
        >
          <Folded release={release} all={by.lower} say={({ mean }) => `mean ${mean}`} />
        </Section>
      )}
      {by["no-evidence"].length > 0 && (
        <Section
          title="No evidence of a break"
          lead={`In ${counted(by["no-evidence"].length, "unit", "units")} a drop of half a standard deviation would more likely have been seen than missed, and none was. Smaller ones may be there.`}
        >
          <Fold summary={`${counted(by["no-evidence"].length, "unit", "units")} without evidence of a break`}>
            <Folded release={release} all={by["no-evidence"]} say={({ mean }) => `mean ${mean}`} every />
          </Fold>
        </Section>
      )}
      {unseen.length > 0 && (
        <Section
          title="Too few to tell"
          lead={`In ${counted(unseen.length, "unit", "units")} too few answered for a drop of half a standard deviation to be seen with any certainty. Nothing is known of breaks there: this is neither good news nor bad.`}
        >
          <Folded release={release} all={unseen} say={({ detectable }) => couldBeSeen(detectable)} />
        </Section>
      )}
    </>
  )
}

const couldBeSeen = (detectable: number | null): string =>
  detectable === null
    ? "too few answered there to be judged by themselves"
    : `a drop of ${points(detectable)} standard deviations would as likely as not have been seen`

const FIRST = 8

/** Drawn when it is opened: there may be thousands. */
function Fold(props: { summary: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.summary}</summary>
      {open && props.children}
    </details>
  )
}

/** The first few, the others folded away. */
function Folded(props: {
  release: ViewedRelease
  all: Told
  say: (unit: Told[number]) => string
  every?: boolean
}) {
  const { all, say, release } = props
  const shown = props.every ? all : all.slice(0, FIRST)
  const rest = all.slice(shown.length)
  const list = (units: Told) => (
    <ul className={classes.sentences}>
      {units.map((unit) => (
        <li key={unit.unit}>
          <Link href={`/results/${release.survey.id}?${new URLSearchParams({ group: unit.unit })}`}>
            {unit.name}
          </Link>
          : {say(unit)}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {list(shown)}
      {rest.length > 0 && <Fold summary={counted(rest.length, "more unit", "more units")}>{list(rest)}</Fold>}
    </>
  )
}
