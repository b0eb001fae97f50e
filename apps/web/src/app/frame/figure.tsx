import { Button, SegmentedControl } from "@mantine/core"
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react"
import { createPortal, flushSync } from "react-dom"
import { type CsvTable, csvText, download } from "../csv.ts"
import { count, points } from "../format.ts"
import { savePicture } from "./save-picture.ts"

export interface FigureTable extends CsvTable {
  caption: string
  /** how numbers are shown; left out: with one decimal where a column has any */
  format?: (value: number) => string
}

/** px; while a window is being made narrow its figures are for a moment narrower than any picture can be. */
const NARROWEST = 240

/**
 * A picture under the sentence it shows. Every figure has a real table behind it, and the table leaves as CSV.
 * draw gets the width in CSS pixels that the picture may take. A picture made of SVG leaves as PNG; for one that is not,
 * `drawing` draws the same as SVG, and `drawn` says what that leaves out.
 */
export function Figure(props: {
  headline: ReactNode
  sure?: ReactNode
  table: FigureTable
  file: string
  source: ReactNode
  draw: (width: number) => ReactNode
  drawing?: (width: number) => ReactNode
  drawn?: string
}) {
  const [view, setView] = useState("picture")
  const { ref, width } = useWidth()
  const section = useRef<HTMLElement>(null)
  const heading = useId()
  return (
    <section className="app-figure" aria-labelledby={heading} ref={section}>
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
          <PictureButton {...props} section={section} disabled={view === "table"} />
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

/** px an element has, known before it is first painted; one that is out of sight keeps what it had. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setWidth((before) => element.clientWidth || before)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}

/** px; what is drawn for the picture alone takes the width of a page. */
const DRAWING = 1040

function PictureButton(props: {
  section: { current: HTMLElement | null }
  table: FigureTable
  file: string
  drawing?: (width: number) => ReactNode
  drawn?: string
  disabled: boolean
}) {
  const [state, setState] = useState<"ready" | "drawing" | "failed">("ready")
  // Out of sight and out of reach, until the picture of it is made.
  const [stage] = useState(() => document.createElement("div"))
  const { drawing } = props
  const press = () => {
    // What is drawn for the picture alone must stand there before it is copied.
    flushSync(() => setState("drawing"))
    const home = props.section.current
    const chart = (drawing ? stage : home)?.querySelector<SVGSVGElement>("svg.tl-chart")
    if (!home || !chart) return setState("failed")
    const words = {
      headline: textOf(home.querySelector("h2")),
      sure: textOf(home.querySelector(".app-figure-head p")),
      source: [props.drawn ?? "", textOf(home.querySelector(":scope > .app-source"))].filter(Boolean),
    }
    savePicture(chart, words, props.file.replace(/csv$/, "png")).then(
      () => setState("ready"),
      () => setState("failed"),
    )
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        disabled={props.disabled || state === "drawing"}
        onClick={press}
        aria-label={`Download the picture as PNG: ${props.table.caption}`}
      >
        PNG
      </Button>
      {state === "failed" && (
        <span role="alert" className="app-note">
          This browser cannot draw the picture. The table has the same figures.
        </span>
      )}
      {state === "drawing" && drawing && createPortal(drawing(DRAWING), stage)}
    </>
  )
}

/** What an element says without what in it can be pressed, and without words on what to press. */
function textOf(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined
  for (const pressed of copy?.querySelectorAll("a, button, [data-screen-only]") ?? []) pressed.remove()
  return [...(copy?.childNodes ?? [])]
    .map((node) => node.textContent ?? "")
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .replace(/[\s·]+$/, "")
    .trim()
}

/** More rows at once than this make a page slow. */
const ROWS = 100

/** Columns that hold numbers are set flush right; the first column names the row. */
export function DataTable(props: { table: FigureTable }) {
  const { columns, caption } = props.table
  const [most, setMost] = useState(ROWS)
  const rows = props.table.rows.slice(0, most)
  const left = props.table.rows.length - rows.length
  const numeric = columns.map((_, index) => props.table.rows.some((row) => typeof row[index] === "number"))
  // Means keep their decimal also where it is a zero; counts have none.
  const decimals = columns.map((_, index) =>
    props.table.rows.some((row) => Number(row[index] ?? 0) % 1 !== 0) ? 1 : 0,
  )
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
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
                    typeof cell !== "number"
                      ? (cell ?? "")
                      : props.table.format
                        ? props.table.format(cell)
                        : decimals[index] === 1
                          ? points(cell)
                          : count(cell)
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
      {left > 0 && (
        <p className="app-source">
          {count(rows.length)} of {count(props.table.rows.length)} rows; the CSV holds them all.{" "}
          <Button variant="subtle" size="compact-sm" onClick={() => setMost(most + ROWS)}>
            Show {count(Math.min(ROWS, left))} more
          </Button>
        </p>
      )}
    </>
  )
}
