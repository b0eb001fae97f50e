import { Hono } from "hono"
import { z } from "zod"
import { callerAddress } from "../caller.ts"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { body, path, query, says } from "../valid.ts"
import { changeMember, removeMember } from "./change-member.ts"
import { invite, inviteAgain, inviteLayer, withdraw } from "./invite.ts"
import { acceptInvitation, openMemberInvitation } from "./join.ts"
import { listMembers, searchLeaders } from "./list-members.ts"
import {
  acceptedInvitation,
  invitationId,
  invited,
  layerInvitation,
  leaderChoice,
  memberChange,
  memberId,
  memberList,
  newInvitation,
  openedMemberInvitation,
} from "./schemas.ts"

const done = z.object({ done: z.literal(true) })

export const members = new Hono<Env>()
  .get("/", may("hr"), says("Members and open invitations", memberList), async (c) =>
    c.json(await listMembers(c.var.deps, c.var.session), 200),
  )
  .get(
    "/leaders",
    may("hr"),
    says("People with people below, by words", z.object({ leaders: z.array(leaderChoice) })),
    query(z.object({ q: z.string().max(200).optional() })),
    async (c) => {
      const { organizationId } = c.var.session
      const leaders = await searchLeaders(c.var.deps, organizationId, c.req.valid("query").q ?? "")
      return c.json({ leaders }, 200)
    },
  )
  .post("/invitations", may("hr"), says("Invite one by mail", invited, 201), body(newInvitation), async (c) =>
    c.json(await invite(c.var.deps, c.var.session, c.req.valid("json")), 201),
  )
  .post(
    "/invitations/layer",
    may("hr"),
    says("Invite all leaders of a layer", invited, 201),
    body(layerInvitation),
    async (c) => c.json(await inviteLayer(c.var.deps, c.var.session, c.req.valid("json").layer), 201),
  )
  .post(
    "/invitations/:invitation/again",
    may("hr"),
    says("Send an invitation again with a new link", invited),
    path(invitationId),
    async (c) => c.json(await inviteAgain(c.var.deps, c.var.session, c.req.valid("param").invitation), 200),
  )
  .delete(
    "/invitations/:invitation",
    may("hr"),
    says("Withdraw an invitation", done),
    path(invitationId),
    async (c) => {
      await withdraw(c.var.deps, c.var.session.organizationId, c.req.valid("param").invitation)
      return c.json({ done: true as const }, 200)
    },
  )
  .put(
    "/:member",
    may("hr"),
    says("Another role or unit", done),
    path(memberId),
    body(memberChange),
    async (c) => {
      await changeMember(c.var.deps, c.var.session, c.req.valid("param").member, c.req.valid("json"))
      return c.json({ done: true as const }, 200)
    },
  )
  .delete("/:member", may("hr"), says("Take a member away", done), path(memberId), async (c) => {
    await removeMember(c.var.deps, c.var.session, c.req.valid("param").member)
    return c.json({ done: true as const }, 200)
  })

/** The secret of the link, sent as a header so that no log of addresses ever holds it. */
function secretOf(header: string | undefined): string {
  const [scheme, secret] = (header ?? "").split(" ")
  return scheme === "Invitation" ? (secret ?? "") : ""
}

export const memberInvitation = new Hono<Env>()
  .get(
    "/",
    may("member-invitation"),
    says("What an invitation's link opens; looking changes nothing", openedMemberInvitation),
    async (c) => {
      c.var.deps.auth.tries.look(callerAddress(c))
      return c.json(await openMemberInvitation(c.var.deps, secretOf(c.req.header("authorization"))), 200)
    },
  )
  .post(
    "/",
    may("member-invitation"),
    says("Make the account with name and password", z.object({ email: z.string() }), 201),
    body(acceptedInvitation),
    async (c) => {
      c.var.deps.auth.tries.join(callerAddress(c))
      const secret = secretOf(c.req.header("authorization"))
      return c.json(await acceptInvitation(c.var.deps, secret, c.req.valid("json")), 201)
    },
  )
