import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import type { Survey } from "./schemas.ts"

export async function createSurvey(_deps: Deps, _organizationId: string, _name: string): Promise<Survey> {
  throw new Problem("server.busy", { detail: "not built yet" })
}
