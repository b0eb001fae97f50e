import { Select } from "@mantine/core"
import type { Breaks } from "@throughline/analysis"
import { useMemo } from "react"
import { Link, useSearchParams } from "wouter"
import type { ResultSummary, ViewedRelease } from "../api.ts"
import { Page } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useRelease } from "../queries.ts"
import { BreaksFigure } from "./breaks-figure.tsx"
import { BreaksList } from "./breaks-list.tsx"
import { breaksHeadline, findingsOf, hasVerdicts, judgedMeasure } from "./breaks-sentences.ts"
import { measureName } from "./measure-names.ts"
import { OfReleased } from "./of-released.tsx"
import classes from "./results.module.css"
import { SurveyChoice } from "./survey-choice.tsx"
import { WholeFigure } from "./whole-figure.tsx"

/** Where does the message break, and how sure is that? */
export default function BreaksScreen(props: { id: string | undefined }) {
  return (
    <OfReleased id={props.id} draw={(id, released) => <Released key={id} id={id} released={released} />} />
  )
}

function Released(props: { id: string; released: readonly ResultSummary[] }) {
  const release = useRelease(props.id)
  return (
    <Loaded query={release} what="the results">
      {(data) => <Judged release={data} released={props.released} />}
    </Loaded>
  )
}

function Judged({ release, released }: { release: ViewedRelease; released: readonly ResultSummary[] }) {
  const [params, setParams] = useSearchParams()
  const { breaks } = release
  const judged = breaks && judgedMeasure(breaks, params.get("measure"))
  const findings = useMemo(
    () => (breaks && judged ? findingsOf(breaks, judged.measure) : []),
    [breaks, judged],
  )
  const survey = <SurveyChoice released={released} release={release} screen="breaks" />
  const facts = { title: "Results: breaks", kicker: `Results, breaks · ${release.survey.name}` }
  if (!breaks || !judged) {
    return (
      <Page
        {...facts}
        headline="Breaks were not judged in these results"
        lead={`${release.survey.imported === undefined ? "Either they were made before Throughline looked for breaks, or the survey has nothing to compare." : "These answers were imported, and breaks are looked for only in answers that were given here, under a known org chart."} Nothing can be said about breaks, neither that there are any nor that there are none.`}
      >
        <div className={classes.controls}>{survey}</div>
        <p>
          <Link href={`/results/${release.survey.id}`}>See the results by layer</Link>
        </p>
      </Page>
    )
  }
  const set = (name: "measure" | "group", value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        next.set(name, value)
        return next
      },
      { replace: true },
    )
  const { headline, sure } = breaksHeadline(release, breaks, judged)
  const isFirst = hasVerdicts(breaks, judged.measure)
  return (
    <Page {...facts} headline={headline} lead={sure}>
      <div className={classes.controls}>
        {survey}
        {breaks.measures.length > 1 && (
          <Select
            label="Measure"
            value={judged.measure}
            onChange={(value) => value && set("measure", value)}
            data={breaks.measures.map(({ measure }) => ({
              value: measure,
              label: choiceLabel(release, breaks, measure),
            }))}
            searchable
            allowDeselect={false}
            nothingFoundMessage="Not judged for breaks"
          />
        )}
      </div>
      <BreaksFigure
        release={release}
        breaks={breaks}
        measure={judged.measure}
        findings={findings}
        chosen={params.get("group")}
        onChoose={(id) => set("group", id)}
      />
      <BreaksList release={release} breaks={breaks} judged={judged} findings={findings} />
      {isFirst && <WholeFigure release={release} whole={breaks.whole} measure={judged.measure} />}
    </Page>
  )
}

function choiceLabel(release: ViewedRelease, breaks: Breaks, measure: string): string {
  const number = findingsOf(breaks, measure).length
  const name = measureName(release.measures, measure)
  return number === 0 ? name : `${name} (${number === 1 ? "1 break" : `${number} breaks`})`
}
