import type { Across, AcrossQuestion, DividingOption } from "@throughline/analysis"
import { type DumbbellRow, formatStep, type QuadrantPoint } from "@throughline/charts"
import type { CsvCell } from "../csv.ts"
import type { FigureTable } from "../frame/figure.tsx"
import {
  acrossName,
  comparedUnits,
  dividingNote,
  optionText,
  referenceName,
  unitFinding,
} from "./across-sentences.ts"
import { chanceText } from "./estimate-text.ts"

const tones = {
  "united-with-top": "filled",
  "united-elsewhere": "open",
  scattered: "faint",
  "cannot-tell": "faint",
} as const

/** Units that are set against each other and have an order to compare. */
export function acrossPoints(across: Across, question: AcrossQuestion): QuadrantPoint[] {
  return comparedUnits(question).flatMap((unit): QuadrantPoint[] =>
    unit.tau === null
      ? []
      : [
          {
            id: unit.group,
            label: acrossName(across, unit.group),
            x: unit.w,
            y: unit.tau,
            ...(unit.tauLow === null || unit.tauHigh === null
              ? {}
              : { yLow: unit.tauLow, yHigh: unit.tauHigh }),
            tone: tones[unit.finding],
            finding: unitFinding(question, unit.finding),
          },
        ],
  )
}

// As text: numbers of two decimals are rounded to one in the tables of this product.
const two = (value: number | null): CsvCell =>
  value === null ? "" : `${value < 0 ? "−" : ""}${Math.abs(value).toFixed(2)}`

export function acrossTable(across: Across, question: AcrossQuestion): FigureTable {
  const top = referenceName(question)
  return {
    caption: `${question.text}: united or scattered`,
    columns: [
      ...["Unit", "Finding", "Agreement inside (W, 0 to 1)", "p of agreement inside"],
      ...[
        `Agreement with ${top} (tau, −1 to 1)`,
        "May be from … to",
        "Agreement on the message (rwg)",
        "Chose",
      ],
      ...question.options.map(({ text, official }) => `${text}${official ? " (official)" : ""}`),
    ],
    rows: question.units.map((unit) => [
      acrossName(across, unit.group),
      unitFinding(question, unit.finding),
      two(unit.w),
      chanceText(unit.p),
      two(unit.tau),
      unit.tauLow === null || unit.tauHigh === null ? "" : `${two(unit.tauLow)} to ${two(unit.tauHigh)}`,
      two(unit.agreement?.uniform ?? null),
      unit.n ?? "",
      ...unit.shares.map(formatStep),
    ]),
  }
}

export function matrixTable(across: Across, { matrix, text }: AcrossQuestion): FigureTable {
  return {
    caption: `${text}: agreement of each two units, −1 to 1`,
    columns: ["Unit", ...matrix.units.map((id) => acrossName(across, id))],
    rows: matrix.units.map((id, row) => [
      acrossName(across, id),
      ...matrix.units.map((_, at): CsvCell => (row === at ? "" : two(matrix.tau[row]?.[at] ?? null))),
    ]),
  }
}

export function dividingRows(across: Across, question: AcrossQuestion): DumbbellRow[] {
  return question.dividing.map((one) => ({
    id: one.option,
    label: optionText(question, one.option),
    note: dividingNote(across, one),
    ...ends(one),
  }))
}

type Share = NonNullable<DumbbellRow["open"]>

/** Five is "7% or fewer", as it was rounded: how far that is from anything cannot be told. */
function ends({ least, most }: DividingOption): Pick<DumbbellRow, "open" | "filled" | "gap"> {
  const end = (value: number): Share => ({
    ...(value <= 5
      ? { value: 7, bound: "at-most" as const }
      : value >= 95
        ? { value: 93, bound: "at-least" as const }
        : { value }),
  })
  const [open, filled] = [end(least.share), end(most.share)]
  const isExact = open.bound === undefined && filled.bound === undefined
  return { open, filled, ...(isExact ? { gap: String(most.share - least.share) } : {}) }
}

export function dividingTable(across: Across, question: AcrossQuestion): FigureTable {
  return {
    caption: `${question.text}: what divides the units`,
    columns: ["Option", "Least in", "Least", "Most in", "Most", "p, all options allowed for"],
    rows: question.dividing.map((one) => [
      optionText(question, one.option),
      acrossName(across, one.least.group),
      formatStep(one.least.share),
      acrossName(across, one.most.group),
      formatStep(one.most.share),
      chanceText(one.p),
    ]),
  }
}
