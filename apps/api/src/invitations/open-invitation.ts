import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import type { OpenedInvitation } from "./schemas.ts"

export async function openInvitation(_deps: Deps, _secret: string): Promise<OpenedInvitation> {
  throw new Problem("server.busy", { detail: "not built yet" })
}
