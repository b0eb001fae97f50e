import { type Tx, withOrganization } from "@throughline/db"
import type { z } from "zod"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { databaseNow } from "../surveys/queries.ts"
import { listLeaders } from "./list-leaders.ts"
import { selectInvitations, selectMembers } from "./queries.ts"
import type { Leader, leaderChoice, MemberList } from "./schemas.ts"

/** Who works with Throughline, who is invited, and on which layers leaders could be. */
export function listMembers(deps: Deps, { organizationId, userId }: Session): Promise<MemberList> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const leaders = await listLeaders(tx, organizationId)
    const leads = (personId: string | null) => (personId === null ? null : (leaders.get(personId) ?? null))
    const members = await selectMembers(tx, organizationId)
    const invitations = await selectInvitations(tx, organizationId)
    const now = await databaseNow(tx)
    const stands = standings(members, invitations, now)
    return {
      members: members.map(({ user_id, name, email, role, person_id }) => ({
        ...{ id: user_id, name, email, role, isYou: user_id === userId, leads: leads(person_id) },
      })),
      invitations: invitations.map((one) => ({
        id: one.invitation_id,
        name: one.name,
        email: one.email,
        role: one.role,
        leads: leads(one.person_id),
        invitedBy: one.inviter ?? "",
        createdAt: one.created_at.toISOString(),
        expiresAt: one.expires_at.toISOString(),
        state: one.expires_at <= now ? "over" : one.mailed_at === null ? "not-mailed" : "waiting",
      })),
      layers: layersOf([...leaders.values()], stands),
    }
  })
}

const MOST_CHOICES = 20

/** Leaders whose name, title, unit or address holds the words; at most twenty. */
export function searchLeaders(
  deps: Deps,
  organizationId: string,
  words: string,
): Promise<z.infer<typeof leaderChoice>[]> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const stands = await readStandings(tx, organizationId, await databaseNow(tx))
    const wanted = words.toLowerCase().split(/\s+/)
    const found: z.infer<typeof leaderChoice>[] = []
    for (const leader of (await listLeaders(tx, organizationId)).values()) {
      if (found.length === MOST_CHOICES) break
      const text = `${leader.name} ${leader.title} ${leader.unit} ${leader.email ?? ""}`.toLowerCase()
      if (wanted.every((word) => text.includes(word))) found.push({ ...leader, standing: stands(leader) })
    }
    return found
  })
}

/** Whether a leader is a member or invited already, as a person or by the address. */
export type Standings = (leader: Leader) => "member" | "invited" | null

export async function readStandings(tx: Tx, organizationId: string, now: Date): Promise<Standings> {
  return standings(await selectMembers(tx, organizationId), await selectInvitations(tx, organizationId), now)
}

function standings(
  members: readonly { person_id: string | null; email: string }[],
  invitations: readonly { person_id: string | null; email: string; expires_at: Date }[],
  now: Date,
): Standings {
  const keys = (rows: readonly { person_id: string | null; email: string }[]) =>
    new Set(rows.flatMap(({ person_id, email }) => [email, ...(person_id === null ? [] : [person_id])]))
  const known = keys(members)
  const waiting = keys(invitations.filter(({ expires_at }) => expires_at > now))
  return ({ personId, email }) => {
    const own = [personId, ...(email === null ? [] : [email.toLowerCase()])]
    if (own.some((key) => known.has(key))) return "member"
    return own.some((key) => waiting.has(key)) ? "invited" : null
  }
}

function layersOf(leaders: readonly Leader[], stands: Standings): MemberList["layers"] {
  const layers = new Map<number, MemberList["layers"][number]>()
  for (const leader of leaders) {
    const own = layers.get(leader.layer) ?? { layer: leader.layer, leaders: 0, toInvite: 0, withoutEmail: 0 }
    layers.set(leader.layer, own)
    own.leaders++
    if (leader.email === null) own.withoutEmail++
    else if (stands(leader) === null) own.toInvite++
  }
  return [...layers.values()]
}
