import { withOrganization } from "@throughline/db"
import { checkWords, type StrategyWords } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { updateWords } from "./queries.ts"

/** Keeps the words for the surveys launched from now on; those already launched have their own frozen copy. */
export async function saveWords(
  deps: Deps,
  organizationId: string,
  words: StrategyWords,
): Promise<StrategyWords> {
  const faults = checkWords(words)
  if (faults.length > 0) throw new Problem("words.invalid", { issues: faults })
  await withOrganization(deps.db, "web", organizationId, (tx) => updateWords(tx, organizationId, words))
  return words
}
