import type { InvitedRole, MemberList } from "../api.ts"

type Role = MemberList["members"][number]["role"]

/** What each role is called and may do, in the same words wherever it is said. */
export const roleText: Record<Role, { name: string; as: string; does: string; theyDo: string }> = {
  hr: {
    name: "HR",
    as: "as a member of HR",
    does: "You set up surveys, invite people and see all results.",
    theyDo: "They set up surveys, invite people and see all results.",
  },
  leader: {
    name: "Leader",
    as: "as a leader",
    does: "You see the results of your own unit, in groups large enough that nobody can be told apart.",
    theyDo: "They see the results of their own unit, in groups large enough that nobody can be told apart.",
  },
  analyst: {
    name: "Analyst",
    as: "as an analyst",
    does: "You read the results of all surveys.",
    theyDo: "They read the results of all surveys.",
  },
  keeper: {
    name: "Keeper",
    as: "as a keeper",
    does: "You enter the figures of the drivers in your hands, and see what they foretell.",
    theyDo: "They enter the figures of the drivers in their hands, and see what those foretell.",
  },
  operator: {
    name: "Operator",
    as: "as an operator",
    does: "You run Throughline.",
    theyDo: "They run Throughline.",
  },
}

export const invitedRoles: readonly InvitedRole[] = ["leader", "hr", "analyst", "keeper"]
