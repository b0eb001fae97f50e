import type { ChoiceTable, GroupFacts, Knowing } from "@throughline/analysis"
import { ChoiceBars } from "@throughline/charts"
import type { ViewedRelease } from "../api.ts"
import { fileName } from "../csv.ts"
import { Figure } from "../frame/figure.tsx"
import { choiceColumns, choiceFinding, choiceTable } from "./choice-bars.ts"
import { Source } from "./source.tsx"
import { layersWithin } from "./told-groups.ts"

/** Who explained it last, and when; or a question with choices of the organization's own. By layer. */
export function ExplainedFigure(props: {
  table: ChoiceTable
  told: Knowing
  root: GroupFacts
  release: ViewedRelease
}) {
  const { table, told, root, release } = props
  const layers = layersWithin(told.groups, root.id)
  const shown = [root, ...layers]
  if (!shown.some(({ id }) => table.groups.some(({ group }) => group === id))) return null
  const { headline, sure } = choiceFinding(table, root, layers)
  return (
    <Figure
      headline={headline}
      sure={sure}
      file={fileName(release.survey.name, table.id, "by layer")}
      table={choiceTable(table, shown)}
      source={<Source release={release} method="choices" />}
      draw={(width) => (
        <ChoiceBars
          title={table.text}
          options={table.options}
          columns={choiceColumns(table, shown)}
          width={width}
        />
      )}
    />
  )
}
