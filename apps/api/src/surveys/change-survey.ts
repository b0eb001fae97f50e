import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import type { Survey, SurveySettings } from "./schemas.ts"

export async function changeSurvey(
  _deps: Deps,
  _organizationId: string,
  _survey: string,
  _settings: SurveySettings,
): Promise<Survey> {
  throw new Problem("server.busy", { detail: "not built yet" })
}
