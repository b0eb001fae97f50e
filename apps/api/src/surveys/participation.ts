import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import type { Participation } from "./schemas.ts"

export async function readParticipation(
  _deps: Deps,
  _organizationId: string,
  _survey: string,
): Promise<Participation> {
  throw new Problem("server.busy", { detail: "not built yet" })
}
