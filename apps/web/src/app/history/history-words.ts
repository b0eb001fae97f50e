import type { WaveStrip } from "@throughline/charts"
import type { PublishedQuestion } from "../api.ts"
import { percent, points } from "../format.ts"
import type { FigureTable } from "../frame/figure.tsx"

type Step = PublishedQuestion["steps"][number]

/** Waves as they are read, 2009 before 2010, "" where the table has one only. */
function wavesOf(told: PublishedQuestion, group: string | null): string[] {
  const waves = told.figures.filter((figure) => figure.group === group).map(({ wave }) => wave ?? "")
  return [...new Set(waves)].toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
}

/** The newest wave first, each with its layers from the lowest up. */
export function stripsOf(told: PublishedQuestion, group: string | null): WaveStrip[] {
  return wavesOf(told, group)
    .toReversed()
    .map((wave) => {
      const layers = told.figures
        .filter((figure) => figure.group === group && (figure.wave ?? "") === wave)
        .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
      const largest = largestOf(told, group, wave)
      const at = (level: string) => layers.findIndex((layer) => layer.level === level)
      return {
        id: wave,
        label: wave === "" ? "All" : wave,
        points: layers.map(({ level, percent, interval: [low, high] }) => ({
          label: level,
          value: percent,
          low,
          high,
        })),
        largest: largest
          ? {
              from: at(largest.from),
              to: at(largest.to),
              words: `${range(largest)} from ${largest.to} to ${largest.from}`,
            }
          : null,
      }
    })
}

function largestOf(told: PublishedQuestion, group: string | null, wave: string): Step | undefined {
  return told.steps.find(
    (step) => step.group === group && (step.wave ?? "") === wave && step.finding === "largest-drop",
  )
}

const range = ({ drop, interval: [low, high] }: Step) =>
  `${points(drop)} points (${points(low)} to ${points(high)})`

/** What the picture shows and how sure. */
export function historySentence(told: PublishedQuestion, group: string | null): string {
  const waves = wavesOf(told, group)
  const found = waves.map((wave) => largestOf(told, group, wave))
  const clear = found.filter((step) => step !== undefined)
  const last = found.at(-1)
  if (!clear.length) return "Between no two neighbouring layers is there a clear drop"
  const places = new Set(clear.map(({ from, to }) => `from ${to} to ${from}`))
  if (clear.length === waves.length && places.size === 1)
    return waves.length === 1
      ? `Most is lost ${[...places][0]}: ${range(clear[0] as Step)}`
      : `In ${waves.length === 2 ? "both" : `all ${waves.length}`} waves most is lost ${[...places][0]}`
  return last
    ? `In ${last.wave ?? "the last wave"} most is lost from ${last.to} to ${last.from}; in other waves it is elsewhere or unclear`
    : `A clear drop in ${clear.length} of ${waves.length} waves, none in the last`
}

const WORDS: Record<Step["finding"], string> = {
  "largest-drop": "largest drop",
  drop: "drop",
  rise: "rise",
  flat: "surely less than 3 points",
  unclear: "cannot tell",
}

/** Every step of every wave. */
export function stepsTable(told: PublishedQuestion, group: string | null): FigureTable {
  return {
    caption: `Steps between neighbouring layers: ${told.question}`,
    columns: ["Wave", "From", "To", "Points lost", "Interval", "Finding"],
    rows: told.steps
      .filter((step) => step.group === group)
      .map((step) => [
        ...[step.wave ?? "", step.to, step.from, step.drop],
        ...[`${points(step.interval[0])} to ${points(step.interval[1])}`, WORDS[step.finding]],
      ]),
  }
}

/** Every figure by unit. */
export function unitsTable(told: PublishedQuestion, group: string | null): FigureTable {
  return {
    caption: `Percent favourable by unit: ${told.question}`,
    columns: ["Unit", "Wave", "Percent", "Interval", "Respondents"],
    rows: told.figures
      .filter((figure) => figure.group === group)
      .map(({ level, wave, percent: value, interval: [low, high], respondents }) => [
        ...[level, wave ?? "", value, `${percent(low)} to ${percent(high)}`, respondents],
      ]),
  }
}

/** The groups of layers that a question has, as the table names them. */
export function groupsOf(told: PublishedQuestion): (string | null)[] {
  return [...new Set(told.figures.map(({ group }) => group))]
}
