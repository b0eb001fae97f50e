import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import type { PeopleUpload } from "./schemas.ts"

export async function importPeople(
  _deps: Deps,
  _organizationId: string,
  _file: PeopleUpload,
): Promise<{ people: number; layers: number }> {
  throw new Problem("server.busy", { detail: "not built yet" })
}
