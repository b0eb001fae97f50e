import type { Cell, Release } from "@throughline/analysis"
import type { CsvCell } from "../csv.ts"
import type { FigureTable } from "../frame/figure.tsx"
import { hiddenText, meanCell, shareText } from "./cell-text.ts"
import { measureName } from "./measure-names.ts"

/** What the people were asked about themselves, as those who read results call it: "Location". */
export function attributeName({ attribute }: Release): string {
  return attribute?.label.en ?? ""
}

/**
 * Function × value of the topics that a measure is about: one topic with all its figures, several with their means. null:
 * the release tells nothing of them.
 */
export function attributeTable(release: Release, measure: string): FigureTable | null {
  const { attribute, groups, measures } = release
  if (attribute === undefined) return null
  const topics = topicsOf(release, measure).filter((topic) =>
    attribute.rows.some(({ cells }) => cells[topic]?.some(({ state }) => state === "shown")),
  )
  const [first] = topics
  if (first === undefined) return null
  const values = [...attribute.values.map(({ text }) => text.en ?? ""), "Rather not say"]
  const name = attributeName(release)
  const columns = topics.length === 1 ? heads : topics.map((topic) => measureName(measures, topic))
  return {
    caption: `${measureName(measures, measure)} by function and ${name.toLowerCase()}`,
    columns: ["Function", name, ...columns],
    rows: attribute.rows.flatMap(({ group, cells }) =>
      values.map((value, at): CsvCell[] => {
        const cellOf = (topic: string): Cell => cells[topic]?.[at] ?? { state: "hidden", reason: "too-few" }
        const function_ = groups.find(({ id }) => id === group)?.name ?? ""
        const figures =
          topics.length === 1 ? all(cellOf(first)) : topics.map((topic) => meanCell(cellOf(topic)))
        return [function_, value, ...figures]
      }),
    ),
  }
}

/** A composite's topics, a topic itself, or the topic of a statement. */
function topicsOf({ measures }: Release, measure: string): string[] {
  const composite = measures.composites.find(({ id }) => id === measure)
  if (composite !== undefined) return composite.constructs
  return measures.constructs
    .filter(({ id, items }) => id === measure || items.some((item) => item.id === measure))
    .map(({ id }) => id)
}

const heads = ["Mean (1 to 5)", "Favourable", "Neutral", "Unfavourable", "Cannot say", "Answers"]

function all(cell: Cell): CsvCell[] {
  if (cell.state === "hidden") return [hiddenText(cell), "", "", "", "", ""]
  return [
    meanCell(cell),
    shareText(cell, "favourable"),
    shareText(cell, "neutral"),
    shareText(cell, "unfavourable"),
    shareText(cell, "cannotSay"),
    cell.n,
  ]
}
