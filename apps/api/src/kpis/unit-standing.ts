import type { LoadedUnit } from "./load-kpis.ts"
import type { ResolvedUnit } from "./resolve-units.ts"
import type { KpiUnit } from "./schemas.ts"

/** How a label stands on the people of today. */
export function unitStanding(
  { target }: Pick<LoadedUnit, "target">,
  resolved: ResolvedUnit | undefined,
): Pick<KpiUnit, "standing" | "cutsAcross"> {
  if (target === null) return { standing: "unmapped", cutsAcross: null }
  if (target.kind === "none") return { standing: "not-ours", cutsAcross: null }
  if (resolved === undefined || "unmapped" in resolved) return { standing: "gone", cutsAcross: null }
  if ("cutsAcross" in resolved) return { standing: "cuts-across", cutsAcross: resolved.cutsAcross }
  return { standing: "fits", cutsAcross: null }
}
