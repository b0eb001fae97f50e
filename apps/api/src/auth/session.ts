import type { Deps } from "../deps.ts"

export type Role = "hr" | "leader" | "analyst" | "operator"

/** Who is signed in, for which organization, in which role. */
export interface Session {
  user: { name: string; email: string }
  organizationId: string
  organizationName: string
  role: Role
}

export async function readSession(_deps: Deps, _headers: Headers): Promise<Session | undefined> {
  return undefined
}
