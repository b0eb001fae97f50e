import type { ReactNode } from "react"
import type { ViewedRelease } from "../api.ts"
import { Page } from "../frame/page.tsx"
import { Waiting } from "../frame/states.tsx"
import { AttributeSection } from "./attribute-section.tsx"
import { BenchmarkFigure } from "./benchmark-figure.tsx"
import { LadderFigure } from "./ladder-figure.tsx"
import { MeasureFigures } from "./measure-figures.tsx"
import { groupOf } from "./release-groups.ts"
import { ResponseFigure } from "./response-figure.tsx"
import { coverage, largestDrop } from "./sentences.ts"
import { UnitFigure } from "./unit-figure.tsx"

export interface LayersProps {
  release: ViewedRelease
  /** "all" or the id of a unit; a leader's release has units only. */
  group: string
  /** A composite, construct or item. */
  measure: string
  onGroup: (id: string) => void
  onMeasure: (id: string) => void
  /** what stands where the figures of single questions are, until these are fetched; false: they are there */
  instead: ReactNode
}

interface Around {
  controls: ReactNode
  /** the units are still on their way */
  isOutline: boolean
}

/** One measure of one group, from the top layer down, and what surrounds it. */
export function Layers(props: LayersProps & Around) {
  const { release, group, measure } = props
  const finding = largestDrop(release, group, measure)
  const shown = groupOf(release, group)
  return (
    <Page
      title="Results: layers"
      kicker={`Results, by layer · ${release.survey.name}`}
      headline={finding.headline}
      lead={`${finding.sure}${shown && coverage(shown) !== "" ? ` This unit's figures are${coverage(shown).replace(", covering", " of")}.` : ""}`}
    >
      {props.controls}
      <LadderFigure {...props} />
      <BenchmarkFigure {...props} />
      {props.isOutline ? (
        <Waiting what="the units" />
      ) : (
        <>
          <MeasureFigures {...props} />
          <UnitFigure {...props} />
          <AttributeSection release={release} measure={measure} />
          <ResponseFigure {...props} />
        </>
      )}
    </Page>
  )
}
