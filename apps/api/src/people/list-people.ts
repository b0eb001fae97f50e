import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import type { PeopleList } from "./schemas.ts"

export async function listPeople(_deps: Deps, _organizationId: string): Promise<PeopleList> {
  throw new Problem("server.busy", { detail: "not built yet" })
}
