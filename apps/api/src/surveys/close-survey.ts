import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"

export async function closeSurvey(_deps: Deps, _organizationId: string, _survey: string): Promise<void> {
  throw new Problem("server.busy", { detail: "not built yet" })
}
