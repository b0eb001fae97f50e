import type { DriverFit, DriverRefusal, UnitPrediction } from "@throughline/analysis"

/** What was found when a driver was last looked at. `number`: the prediction that holds; null: nothing is left to foretell. */
export type Told =
  | { state: "published"; fit: DriverFit; number: number | null }
  | { state: "refused"; fit: DriverFit | null; refusals: DriverRefusal[] }
  | { state: "waiting"; waiting: "no-values" | "other-periods" }

/** Predictions by column: those of thousands of units are one value of the database. */
export type PackedPredictions = { [Field in keyof UnitPrediction]: UnitPrediction[Field][] }

export function packPredictions(predictions: readonly UnitPrediction[]): PackedPredictions {
  const column = <F extends keyof UnitPrediction>(field: F) => predictions.map((one) => one[field])
  return {
    ...{ unit: column("unit"), indicator: column("indicator"), last: column("last") },
    ...{ expected: column("expected"), low: column("low"), high: column("high"), plan: column("plan") },
    ...{ miss: column("miss"), extrapolated: column("extrapolated") },
  }
}

export function unpackPredictions(packed: PackedPredictions): UnitPrediction[] {
  const at = <F extends keyof UnitPrediction>(field: F, place: number) =>
    packed[field][place] as UnitPrediction[F]
  return packed.unit.map((unit, place) => ({
    ...{ unit, indicator: at("indicator", place), last: at("last", place), expected: at("expected", place) },
    ...{ low: at("low", place), high: at("high", place), plan: at("plan", place) },
    ...{ miss: at("miss", place), extrapolated: at("extrapolated", place) },
  }))
}
