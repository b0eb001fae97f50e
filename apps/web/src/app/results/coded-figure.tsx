import { ChoiceBars } from "@throughline/charts"
import type { ViewedRelease } from "../api.ts"
import { fileName } from "../csv.ts"
import { Figure } from "../frame/figure.tsx"
import { codedFinding, codedTable } from "./coded-priorities.ts"
import { Source } from "./source.tsx"

/** The most important priority in people's own words, as two reviewers coded it apart from each other. */
export function CodedFigure({ release }: { release: ViewedRelease }) {
  const coded = release.codedPriorities
  if (coded === undefined) return null
  const { headline, sure } = codedFinding(coded)
  return (
    <Figure
      headline={headline}
      sure={sure}
      file={fileName(release.survey.name, "priority in own words")}
      table={codedTable(coded)}
      source={<Source release={release} method="choices" />}
      draw={(width) => (
        <ChoiceBars
          title={coded.text}
          options={coded.groups.map(({ label, group }) => ({ id: String(group), text: label }))}
          columns={[
            {
              id: "official",
              label: "name an official priority",
              shares: coded.groups.map(({ official }) => official),
            },
          ]}
          width={width}
        />
      )}
    />
  )
}
