import type { Cast } from "@throughline/ballot"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"

export async function castBallot(_deps: Deps, _cast: Cast): Promise<"stored" | "kept"> {
  throw new Problem("server.busy", { detail: "not built yet" })
}
