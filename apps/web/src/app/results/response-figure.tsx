import { Button } from "@mantine/core"
import { csvText, download, fileName } from "../csv.ts"
import { percent } from "../format.ts"
import { DataTable } from "../frame/figure.tsx"
import { Section } from "../frame/page.tsx"
import type { LayersProps } from "./layers.tsx"
import { groupOf, layersOf } from "./release-groups.ts"
import { Source } from "./source.tsx"
import { responseTable } from "./tables.ts"

/** Who answered, by layer: a table says it best. */
export function ResponseFigure({ release, group }: LayersProps) {
  const whole = groupOf(release, group)
  const rows = [...(whole ? [whole] : []), ...layersOf(release, group)]
  const table = responseTable(rows, "Response by layer")
  return (
    <Section
      title={whole ? `${percent(whole.responseRate)} answered` : "Response"}
      lead="Shares of those invited. If those who did not answer think differently, the figures above would differ too."
    >
      <DataTable table={table} />
      <p className="app-source">
        <Source release={release} group={group} method="response" />{" "}
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => download(fileName(release.survey.name, "response"), csvText(table))}
        >
          Download as CSV
        </Button>
      </p>
    </Section>
  )
}
