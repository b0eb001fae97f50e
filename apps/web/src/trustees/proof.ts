import { answerChallenge, type SealingKey } from "@throughline/ballot"
import type { Opened3 } from "./trustee-api.ts"

/** What the own challenge held: it shows the server that more than the link is here. Empty: it does not open. */
export async function provenBy(
  key: SealingKey,
  { survey, seat, challenge }: Pick<Opened3, "survey" | "seat" | "challenge">,
): Promise<string> {
  return (await answerChallenge(key, survey.id, seat, challenge ?? "")) ?? ""
}
