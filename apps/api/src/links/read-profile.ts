import type { Cell } from "@throughline/analysis"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { type LinkGuards, linkGuards } from "./gather-waves.ts"
import { askedIn, isAskedAlike } from "./link-constructs.ts"
import { type LinkView, newestOf, type Wave } from "./link-view.ts"
import { gatherView } from "./read-links.ts"
import type { Profile } from "./schemas.ts"
import { besideOf } from "./tell-links.ts"

/**
 * One unit, or the whole organization: alignment survey by survey beside its KPIs over time. Throws as `gatherView` does,
 * and unit.unknown for what is no unit of the release, or of the part of it that the caller sees.
 */
export async function readProfile(
  deps: Deps,
  session: Session,
  { survey, group }: { survey: string; group: string },
  guards: LinkGuards = linkGuards,
): Promise<Profile> {
  const { view } = await gatherView(deps, session, survey, undefined, guards)
  return tellProfile(view, group)
}

/** The unit as its survey tells it. Throws unit.unknown. */
function tellProfile(view: LinkView, id: string): Profile {
  const newest = newestOf(view)
  const unit = groupIn(newest, id)
  if (unit === undefined) throw new Problem("unit.unknown")
  const person = newest.heads.get(id)?.person
  const { alignment, engagement } = besideOf(askedIn(newest.release.measures))
  const labels = [...newest.places].flatMap(([number, place]) =>
    "group" in place && place.group === id ? [number] : [],
  )
  return {
    unit: { group: id, name: unit.name },
    measures: [alignment, engagement].flatMap((asked) => {
      if (asked === undefined) return []
      const waves = view.waves.map((wave) => {
        const then = wave === newest || unit.kind !== "unit" ? id : groupOf(wave, person)
        const isAsked = isAskedAlike(asked, wave.release.measures, newest.release.measures)
        const cell = groupIn(wave, then)?.cells[asked.id]
        const { survey, name, closedAt } = wave
        return { survey, name, closedAt, ...toldOf(isAsked ? cell : undefined, isAsked) }
      })
      return [{ id: asked.id, name: asked.name, waves }]
    }),
    kpis: view.kpis.flatMap(({ id: kpi, name, measure, direction, periods, values }) =>
      labels.flatMap((label) => {
        const series = periods.map((period, at) => {
          const value = values[at]?.[label] ?? Number.NaN
          return { period, value: Number.isFinite(value) ? value : null }
        })
        if (series.every(({ value }) => value === null)) return []
        const as = view.labels.get(label)?.label ?? ""
        return [{ id: kpi, name, measure, direction, label: as, values: series }]
      }),
    ),
  }
}

const groupIn = ({ release }: Wave, id: string | undefined) =>
  release.groups.find((group) => group.id === id && (group.kind === "unit" || group.kind === "organization"))

/** The unit that the same person headed in another survey. */
function groupOf({ heads }: Wave, person: string | undefined): string | undefined {
  for (const [group, head] of heads) if (head.person === person) return group
  return undefined
}

type ToldWave = Pick<Profile["measures"][number]["waves"][number], "told" | "hidden">

function toldOf(cell: Cell | undefined, isAsked: boolean): ToldWave {
  if (cell === undefined) return { told: null, hidden: isAsked ? "no-unit" : "not-asked" }
  if (cell.state === "hidden") return { told: null, hidden: cell.reason }
  const { mean, n, interval, bounds } = cell
  const ends = interval === null ? null : { low: interval.low, high: interval.high }
  return { told: { mean, n, bound: bounds?.mean ?? null, interval: ends }, hidden: null }
}
