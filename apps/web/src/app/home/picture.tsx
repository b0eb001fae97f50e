import type { Organization, SurveySummary, ViewedRelease } from "../api.ts"
import { Page } from "../frame/page.tsx"
import { firstMeasure } from "../results/measure-names.ts"
import { lineFinding } from "../results/throughline-break.ts"
import { ThroughlineFigure } from "../results/throughline-figure.tsx"
import { Needs } from "./needs.tsx"

/** The line from the mission through the layers, and the sentence that says where it breaks. */
export function Picture(props: {
  release: ViewedRelease
  organization: Organization
  surveys: readonly SurveySummary[]
}) {
  const { release, organization } = props
  const measure = firstMeasure(release.measures)
  const finding = lineFinding(release, "all", measure)
  return (
    <Page title="Home" kicker={organization.name} headline={finding.headline} lead={finding.sure}>
      <ThroughlineFigure
        release={release}
        group="all"
        measure={measure}
        {...(organization.words ? { mission: organization.words.mission } : {})}
      />
      <Needs surveys={props.surveys} timeZone={organization.timeZone} />
    </Page>
  )
}
