import { z } from "zod"
import { newPassword } from "../auth/password.ts"
import { line } from "../text.ts"

const instant = z.iso.datetime()
export const memberRole = z.enum(["hr", "leader", "analyst", "keeper"])
export type InvitedRole = z.infer<typeof memberRole>

/** A person of today's org chart with people below: somebody a leader's account can stand for. */
export const leader = z.object({
  personId: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  title: z.string(),
  layer: z.int(),
  unit: z.string().describe("the unit below this person"),
  people: z.int().describe("people in that unit, on all layers"),
})
export type Leader = z.infer<typeof leader>

export const leaderChoice = leader.extend({
  standing: z.enum(["member", "invited"]).nullable().describe("has an account, or an invitation, already"),
})

const member = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(["hr", "leader", "analyst", "keeper", "operator"]),
  isYou: z.boolean(),
  leads: leader.nullable().describe("null: no leader, or leads nobody in today's org chart any more"),
})

const memberInvitation = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: memberRole,
  leads: leader.nullable(),
  invitedBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
  state: z.enum(["waiting", "over", "not-mailed"]).describe("not-mailed: the mail server has not taken it"),
})

export const memberList = z.object({
  members: z.array(member),
  invitations: z.array(memberInvitation),
  layers: z
    .array(
      z.object({
        layer: z.int(),
        leaders: z.int(),
        toInvite: z.int().describe("of those: with an address, and neither a member nor invited"),
        withoutEmail: z.int(),
      }),
    )
    .describe("leaders by their layer, to be invited together"),
})
export type MemberList = z.infer<typeof memberList>

/** Deliberately loose: what a mail server takes decides, but no line break and no bracket gets in. */
const email = line(320).regex(/^[^\s@<>,;]+@[^\s@<>,;]+$/, "is no mail address")

export const newInvitation = z.strictObject({
  email,
  name: line(200).min(1),
  role: memberRole,
  personId: z.uuid().nullable(),
})
export const layerInvitation = z.strictObject({ layer: z.int().min(1).max(100) })
export const invited = z.object({
  invited: z.int(),
  notMailed: z.int().describe("invited, but the mail server did not take the mail: send again"),
})

export const memberChange = z.strictObject({ role: memberRole, personId: z.uuid().nullable() })
export const memberId = z.object({ member: z.string().min(1).max(64) })
export const invitationId = z.object({ invitation: z.uuid() })

/** What the page behind an invitation's link shows. */
export const openedMemberInvitation = z.object({
  organization: z.string(),
  name: z.string(),
  email: z.string(),
  role: memberRole,
  invitedBy: z.string(),
  expiresAt: instant,
})
export const acceptedInvitation = z.strictObject({ name: line(200).min(1), password: newPassword })
