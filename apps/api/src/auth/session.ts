import { type MemberRole, withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { findMember } from "./queries.ts"

/** Who is signed in, for which organization, in which role. */
export interface Session {
  user: { name: string; email: string }
  /** auth.app_user.id */
  userId: string
  organizationId: string
  organizationName: string
  role: MemberRole
  /** The person of the org chart a leader stands for. */
  personId: string | null
}

/** The session these headers carry; undefined for nobody, and for an account whose membership was taken away. */
export async function readSession(deps: Deps, headers: Headers): Promise<Session | undefined> {
  const user = await deps.auth.user(headers)
  if (user === undefined) return undefined
  const { organizationId } = user
  const member = await withOrganization(deps.db, "web", organizationId, (tx) =>
    findMember(tx, organizationId, user.id),
  )
  if (member === undefined) return undefined
  return {
    user: { name: user.name, email: user.email },
    userId: user.id,
    organizationId,
    organizationName: member.name,
    role: member.role,
    personId: member.person_id,
  }
}
