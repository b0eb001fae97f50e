/** Which rows of a list of equal height are drawn, in indexes from 0; `to` is the first that is not. Sizes in px. */
export function rowWindow(
  scrolled: number,
  view: number,
  row: number,
  count: number,
  spare = 6,
): { from: number; to: number } {
  const from = Math.floor(Math.max(0, scrolled) / row) - spare
  const to = Math.ceil((Math.max(0, scrolled) + view) / row) + spare
  return { from: Math.min(Math.max(0, from), count), to: Math.min(Math.max(0, to), count) }
}

/** How far to scroll so that a row stands in view, no further than needed; `view` is the room below what is fixed. */
export function scrolledTo(index: number, scrolled: number, view: number, row: number): number {
  if (index * row < scrolled) return index * row
  return Math.max(scrolled, (index + 1) * row - view)
}

/** Where a key leads in a grid of rows × columns, both from 0; undefined: the key means nothing here. */
export function moved(
  key: string,
  control: boolean,
  at: { row: number; column: number },
  rows: number,
  columns: number,
  page: number,
): { row: number; column: number } | undefined {
  const row = (to: number) => ({ ...at, row: Math.min(rows - 1, Math.max(0, to)) })
  const column = (to: number) => ({ ...at, column: Math.min(columns - 1, Math.max(0, to)) })
  switch (key) {
    case "ArrowUp":
      return row(at.row - 1)
    case "ArrowDown":
      return row(at.row + 1)
    case "PageUp":
      return row(at.row - page)
    case "PageDown":
      return row(at.row + page)
    case "ArrowLeft":
      return column(at.column - 1)
    case "ArrowRight":
      return column(at.column + 1)
    case "Home":
      return control ? { row: 0, column: 0 } : column(0)
    case "End":
      return control ? { row: rows - 1, column: columns - 1 } : column(columns - 1)
    default:
      return undefined
  }
}
