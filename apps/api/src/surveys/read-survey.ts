import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import type { Survey, SurveySummary } from "./schemas.ts"

export async function listSurveys(_deps: Deps, _organizationId: string): Promise<SurveySummary[]> {
  throw new Problem("server.busy")
}

export async function readSurvey(_deps: Deps, _organizationId: string, _survey: string): Promise<Survey> {
  throw new Problem("server.busy")
}
