import { cohenKappa } from "@throughline/analysis/stats"
import type { CodedPriorities } from "../../releases/stored-release.ts"

/** How far two coders agree, as it is told: whole percent, kappa to two decimals. */
export function agreementOf(pairs: readonly (readonly [string, string])[]): CodedPriorities["agreement"] {
  const same = pairs.filter(([a, b]) => a === b).length / Math.max(1, pairs.length)
  const found = cohenKappa(pairs)
  const told = (value: number) => Math.round(value * 100) / 100
  return {
    same: Math.round(same * 100),
    kappa:
      found === undefined
        ? null
        : {
            value: told(found.kappa),
            low: told(found.interval.low),
            high: told(found.interval.high),
          },
  }
}
