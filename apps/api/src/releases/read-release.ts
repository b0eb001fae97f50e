import type { Release } from "@throughline/analysis"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"

export async function readRelease(_deps: Deps, _organizationId: string, _survey: string): Promise<Release> {
  throw new Problem("release.none")
}
