import type { StrategyWords } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"

export async function readOrganization(
  _deps: Deps,
  _organizationId: string,
): Promise<{ name: string; words: StrategyWords | null }> {
  throw new Problem("server.busy", { detail: "not built yet" })
}
