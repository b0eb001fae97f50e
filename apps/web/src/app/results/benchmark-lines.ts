import type { ProfilesProps } from "@throughline/charts"
import type { PublishedQuestion, ViewedRelease } from "../api.ts"
import type { FigureTable } from "../frame/figure.tsx"
import { cellOf, layerName, layersOf } from "./release-groups.ts"

type Profile = ProfilesProps["front"]

/** One wave of one group of layers. */
export interface Beside {
  id: string
  label: string
  wave: string | null
  group: string | null
}

/** What a published question can be drawn as, the newest wave first. */
export function besidesOf(told: PublishedQuestion): Beside[] {
  const found = new Map<string, Beside>()
  for (const { wave, group } of told.figures) {
    const id = JSON.stringify([wave, group])
    const label = [wave, group].filter((text) => text !== null).join(", ")
    found.set(id, { id, label: label === "" ? "All" : label, wave, group })
  }
  return [...found.values()].toSorted((a, b) =>
    (b.wave ?? "").localeCompare(a.wave ?? "", "en", { numeric: true }),
  )
}

/** From the top layer down. */
export function besideProfile(told: PublishedQuestion, { wave, group }: Beside, name: string): Profile {
  const figures = told.figures
    .filter((figure) => figure.wave === wave && figure.group === group)
    .toSorted((a, b) => (b.order ?? 0) - (a.order ?? 0))
  return {
    label: wave === null ? name : `${name}, ${wave}`,
    points: figures.map(({ level, percent, interval: [low, high] }) => ({
      label: level,
      value: percent,
      low,
      high,
    })),
  }
}

/** The percents of a release, hidden ones as hidden, bounds as bounds. */
export function ownProfile(release: ViewedRelease, group: string, measure: string): Profile {
  return {
    label: release.survey.name,
    points: layersOf(release, group).map((layer) => {
      const cell = cellOf(layer, measure)
      if (cell.state === "hidden") return { label: layerName(layer), value: null }
      const bound = cell.bounds?.favourable
      return { label: layerName(layer), value: cell.favourable, ...(bound ? { bound } : {}) }
    }),
  }
}

export function benchmarkTable(front: Profile, behind: Profile, name: string): FigureTable {
  const row = (profile: Profile) => (point: Profile["points"][number]) => [
    ...[profile.label, point.label],
    point.value === null
      ? "too few to show"
      : point.bound
        ? `${point.bound === "at-least" ? "≥" : "≤"} ${point.value}`
        : point.value,
  ]
  return {
    caption: `Percent favourable by layer: ${name}, and a published survey`,
    columns: ["Survey", "Layer", "Percent favourable"],
    rows: [...front.points.map(row(front)), ...behind.points.map(row(behind))],
  }
}
