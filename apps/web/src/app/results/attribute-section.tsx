import { Button } from "@mantine/core"
import { csvText, download, fileName } from "../csv.ts"
import { DataTable } from "../frame/figure.tsx"
import { attributeName, attributeTable } from "./attribute-tables.ts"
import type { LayersProps } from "./layers.tsx"

/** Function × what people said of themselves: a table, where the release has one. */
export function AttributeSection({ release, measure }: Pick<LayersProps, "release" | "measure">) {
  const table = attributeTable(release, measure)
  if (table === null) return null
  const name = attributeName(release).toLowerCase()
  return (
    <section className="app-figure" aria-labelledby="by-attribute">
      <div className="app-figure-head">
        <div>
          <h2 id="by-attribute" style={{ margin: 0 }}>
            By {name}
          </h2>
          <p>
            As people said in their sealed answers. A cell is told of at least {release.survey.k} answers, and
            hidden too where it would give away fewer beside other figures.
          </p>
        </div>
        <div className="app-figure-tools">
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => download(fileName(release.survey.name, measure, `by ${name}`), csvText(table))}
            aria-label={`Download as CSV: ${table.caption}`}
          >
            CSV
          </Button>
        </div>
      </div>
      <DataTable table={table} />
    </section>
  )
}
