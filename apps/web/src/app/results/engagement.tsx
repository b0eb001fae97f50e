import type { EngagementBeside, EngagementPlace } from "@throughline/analysis"
import { Dumbbells, Quadrants } from "@throughline/charts"
import type { ViewedRelease } from "../api.ts"
import { fileName } from "../csv.ts"
import { Empty } from "../frame/empty.tsx"
import { Figure } from "../frame/figure.tsx"
import { Page } from "../frame/page.tsx"
import { useEngagement } from "../queries.ts"
import { engagementFinding, placeOf } from "./engagement-sentences.ts"
import { engagementPoints, engagementRows, engagementTable } from "./engagement-tables.ts"
import { rootOf, wholeName } from "./release-groups.ts"
import classes from "./results.module.css"
import { Source } from "./source.tsx"
import { SurveyChoice } from "./survey-choice.tsx"
import { layersWithin, unitsBelow } from "./told-groups.ts"
import { ToldOfReleased, type ToldScreen } from "./told-screen.tsx"

/** Do people who like their work also pull the same way? */
export default function EngagementScreen(props: { id: string | undefined }) {
  return (
    <ToldOfReleased
      id={props.id}
      what="engagement beside alignment"
      read={useEngagement}
      draw={(screen) => <Shown {...screen} />}
    />
  )
}

function Shown({ release, released, told }: ToldScreen<EngagementBeside>) {
  const survey = (
    <div className={classes.controls}>
      <SurveyChoice released={released} release={release} screen="engagement" />
    </div>
  )
  const facts = { title: "Results: engagement", kicker: `Results, engagement · ${release.survey.name}` }
  const { engagement, alignment } = told
  if (engagement === null || alignment === null)
    return (
      <Page
        {...facts}
        headline={
          engagement === null
            ? "This survey did not ask about engagement"
            : "This survey did not ask about alignment"
        }
      >
        {survey}
        <Empty title="Liking one’s work and serving the mission are two things">
          {engagement === null
            ? "To see both beside each other, open your questionnaire, press “Add engagement” at its end, and publish it: four statements, in six languages."
            : "To see both beside each other, ask about the mission too: the questionnaire “Alignment” does."}
        </Empty>
      </Page>
    )
  const root = rootOf(release)
  const whole = placeOf(told, root)
  const { headline, sure } = engagementFinding(told, root, wholeName(release))
  const units = unitsBelow(told.groups, root).filter(({ id }) => placeOf(told, id))
  const groups = [...told.groups.filter(({ id }) => id === root), ...layersWithin(told.groups, root)]
  const names = { engagement: engagement.name, alignment: alignment.name }
  return (
    <Page {...facts} headline={headline} lead={sure}>
      {survey}
      {units.length > 0 && (
        <Figure
          headline="Engaged and aligned, unit by unit"
          sure={`Further right more people are favourable on ${names.engagement.toLowerCase()}, further up on ${inSentence(names.alignment)}. Dashed lines are ${wholeName(release)}; lines through a point are 95% intervals. Filled: the two part.`}
          file={fileName(release.survey.name, "engagement", "by unit")}
          table={engagementTable(
            told,
            told.groups.filter(({ kind }) => kind === "unit"),
            "by unit",
          )}
          source={<Source release={release} method="engagement" />}
          draw={(width) => <Units beside={told} release={release} whole={whole} width={width} />}
        />
      )}
      {groups.length > 0 && (
        <Figure
          headline="Engaged and aligned, layer by layer"
          sure={`Share of favourable answers. Open is ${names.engagement.toLowerCase()}, filled ${inSentence(names.alignment)}; bands are 95% intervals, wide enough for any number of people who did not answer. The distance is no gap to be closed: the two ask different things.`}
          file={fileName(release.survey.name, "engagement", "by layer")}
          table={engagementTable(told, groups, "by layer")}
          source={<Source release={release} method="engagement" />}
          draw={(width) => (
            <Dumbbells
              title="Engaged and aligned by layer"
              rows={engagementRows(told, groups)}
              open="engaged"
              filled="aligned"
              gap="apart"
              width={width}
            />
          )}
        />
      )}
    </Page>
  )
}

const ticks = [0, 25, 50, 75, 100].map((at) => ({ at, label: `${at}%` }))

function Units(props: {
  beside: EngagementBeside
  release: ViewedRelease
  whole: EngagementPlace | undefined
  width: number
}) {
  const { beside, release, whole, width } = props
  return (
    <Quadrants
      title="Engaged and aligned by unit"
      points={engagementPoints(beside, rootOf(release))}
      x={{ label: "engaged", from: 0, to: 100, ticks, ...(whole ? { split: whole.engaged.value } : {}) }}
      y={{ label: "aligned", from: 0, to: 100, ticks, ...(whole ? { split: whole.aligned.value } : {}) }}
      corners={{
        ...{ topLeft: "aligned, not engaged", topRight: "both" },
        ...{ bottomLeft: "neither", bottomRight: "engaged, not aligned" },
      }}
      width={width}
    />
  )
}

const inSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
