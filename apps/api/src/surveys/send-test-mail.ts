import type { Language } from "@throughline/instrument"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"

export async function sendTestMail(
  _deps: Deps,
  _session: Session,
  _survey: string,
  _language: Language,
): Promise<string> {
  throw new Problem("server.busy", { detail: "not built yet" })
}
