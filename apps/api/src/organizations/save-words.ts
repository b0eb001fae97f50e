import type { StrategyWords } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"

export async function saveWords(
  _deps: Deps,
  _organizationId: string,
  _words: StrategyWords,
): Promise<StrategyWords> {
  throw new Problem("server.busy", { detail: "not built yet" })
}
