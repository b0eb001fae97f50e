import type { Questionnaire } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"

export async function previewQuestionnaire(
  _deps: Deps,
  _organizationId: string,
  _survey: string,
): Promise<Questionnaire> {
  throw new Problem("server.busy", { detail: "not built yet" })
}
