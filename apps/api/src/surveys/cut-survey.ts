import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import type { Cut } from "./schemas.ts"

export async function cutSurvey(_deps: Deps, _organizationId: string, _survey: string): Promise<Cut> {
  throw new Problem("server.busy", { detail: "not built yet" })
}
