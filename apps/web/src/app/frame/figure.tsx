import { Button, SegmentedControl } from "@mantine/core"
import { useElementSize } from "@mantine/hooks"
import { type ReactNode, useId, useState } from "react"
import { type CsvTable, csvText, download } from "../csv.ts"
import { count, points } from "../format.ts"

export interface FigureTable extends CsvTable {
  caption: string
}

/** px; while a window is being made narrow its figures are for a moment narrower than any picture can be. */
const NARROWEST = 240

/**
 * A picture under the sentence it shows. Every figure has a real table behind it, and the table leaves as CSV.
 * draw gets the width in CSS pixels that the picture may take.
 */
export function Figure(props: {
  headline: ReactNode
  sure?: ReactNode
  table: FigureTable
  file: string
  source: ReactNode
  draw: (width: number) => ReactNode
}) {
  const [view, setView] = useState("picture")
  const { ref, width } = useElementSize<HTMLDivElement>()
  const heading = useId()
  return (
    <section className="app-figure" aria-labelledby={heading}>
      <div className="app-figure-head">
        <div>
          <h2 id={heading} style={{ margin: 0 }}>
            {props.headline}
          </h2>
          {props.sure && <p>{props.sure}</p>}
        </div>
        <div className="app-figure-tools">
          <SegmentedControl
            size="xs"
            value={view}
            onChange={setView}
            aria-label={`How to show: ${props.table.caption}`}
            data={[
              { value: "picture", label: "Picture" },
              { value: "table", label: "Table" },
            ]}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => download(props.file, csvText(props.table))}
            aria-label={`Download as CSV: ${props.table.caption}`}
          >
            CSV
          </Button>
        </div>
      </div>
      <div ref={ref} className={view === "picture" ? "app-figure-body" : undefined}>
        {view === "table" ? (
          <DataTable table={props.table} />
        ) : (
          width > 0 && props.draw(Math.max(NARROWEST, Math.floor(width)))
        )}
      </div>
      <p className="app-source">{props.source}</p>
    </section>
  )
}

/** Columns that hold numbers are set flush right; the first column names the row. */
export function DataTable(props: { table: FigureTable }) {
  const { columns, rows, caption } = props.table
  const numeric = columns.map((_, index) => rows.some((row) => typeof row[index] === "number"))
  // Means keep their decimal also where it is a zero; counts have none.
  const decimals = columns.map((_, index) => (rows.some((row) => Number(row[index] ?? 0) % 1 !== 0) ? 1 : 0))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="app-scroll" tabIndex={0} aria-label={caption}>
      <table className="app-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={numeric[index] ? "num" : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join("\u0000")}>
              {row.map((cell, index) => {
                const key = columns[index]
                if (index === 0)
                  return (
                    <th key={key} scope="row" className={String(cell).length <= 24 ? "short" : undefined}>
                      {cell}
                    </th>
                  )
                const shown =
                  typeof cell !== "number" ? (cell ?? "") : decimals[index] === 1 ? points(cell) : count(cell)
                const short = String(shown).length <= 24 ? "short" : undefined
                const style = numeric[index] ? (typeof cell === "number" ? "num" : "num few") : short
                return (
                  <td key={key} className={style}>
                    {shown}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
