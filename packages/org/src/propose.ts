import type { Member } from "./draft.ts"
import type { IssueCode } from "./person.ts"
import type { Proposal, Repair } from "./repair.ts"
import { printOf } from "./repair-print.ts"
import type { Shape } from "./shape.ts"
import { grouped, nameOf, peopleCount, peopleReport, quoted, rowCount, short } from "./wording.ts"

/** `head` heads the organization; `others` go there with their people. */
export function proposeTop(head: Member, others: number): Proposal {
  const there =
    others === 0
      ? ""
      : ` ${others === 1 ? "The other person" : `The ${grouped(others)} others`} without a manager report${others === 1 ? "s" : ""} there.`
  return {
    repair: printed({ kind: "top", row: head.person.row }, [head]),
    label: `${short(head.person.name)} heads the organization`,
    effect: `${capital(nameOf(head))} stands at the top.${there}`,
  }
}

export function proposeManager(shape: Shape, members: readonly Member[], manager: Member): Proposal {
  const rows = rowsOf(members)
  return {
    repair: printed({ kind: "set-manager", rows, manager: manager.person.row }, [...members, manager]),
    label: `${members.length === 1 ? `${short(members[0]?.person.name ?? "")} reports` : `All ${grouped(members.length)} report`} to ${short(manager.person.name)}`,
    effect: `${capital(whom(members))} report${members.length === 1 ? "s" : ""} to ${nameOf(manager)}${withPeople(shape, members)}.`,
  }
}

/** What the last import knows: the manager of whoever is absent now, or of the person himself. */
export function proposeStored(
  shape: Shape,
  members: readonly Member[],
  manager: Member,
  absent: string,
): Proposal {
  const repair = {
    kind: "stored-manager" as const,
    name: absent,
    rows: rowsOf(members),
    manager: manager.person.row,
  }
  return {
    repair: printed(repair, [...members, manager]),
    label: `${members.length === 1 ? "Reports" : "All report"} to ${short(manager.person.name)}, the manager of ${quoted(absent)}`,
    effect: `In the last import ${quoted(absent)} reported to ${nameOf(manager)}: ${whom(members)} now report${members.length === 1 ? "s" : ""} there${withPeople(shape, members)}.`,
  }
}

export function proposePost(name: string, members: readonly Member[], head: Member | null): Proposal {
  const repair = {
    kind: "placeholder" as const,
    name,
    rows: rowsOf(members),
    manager: head?.person.row ?? null,
  }
  const under = head === null ? "at the top" : `below ${nameOf(head)}`
  return {
    repair: printed(repair, head === null ? members : [...members, head]),
    label: `Keep ${quoted(name)} as a vacant post`,
    effect: `A vacant post ${quoted(name)} is added ${under}; ${peopleReport(members.length)} there. Nobody is invited for it.`,
  }
}

export function proposeDrop(shape: Shape, members: readonly Member[], all?: string): Proposal {
  const below = members.reduce((sum, { at }) => sum + (shape.direct[at] as number), 0)
  const one = members[0] as Member
  const up =
    members.length === 1 && one.manager && one.manager !== one ? nameOf(one.manager) : "the next manager up"
  const moved = below === 0 ? "" : `; ${peopleReport(below)} to ${up} instead`
  return {
    repair: printed({ kind: "drop", rows: rowsOf(members) }, members),
    label: all ?? `Leave row ${one.person.row} out`,
    effect: `${members.length === 1 ? `${capital(nameOf(one))} is` : `${rowCount(members.length)} are`} not imported${moved}.`,
    ...(all === undefined ? {} : { all: true }),
  }
}

/** It is right as it is. No members: the file as a whole. */
export function proposeKeep(
  code: IssueCode,
  members: readonly Member[],
  label: string,
  effect: string,
  all?: true,
): Proposal {
  const repair: Repair = { kind: "keep", code, rows: rowsOf(members) }
  return {
    repair: members.length === 0 ? repair : printed(repair, members),
    label,
    effect,
    ...(all ? { all } : {}),
  }
}

function printed(repair: Repair, members: readonly Member[]): Repair {
  return { ...repair, print: printOf(members) }
}

function rowsOf(members: readonly Member[]): number[] {
  return members.map(({ person }) => person.row)
}

function whom(members: readonly Member[]): string {
  return members.length === 1 ? nameOf(members[0] as Member) : peopleCount(members.length)
}

function withPeople(shape: Shape, members: readonly Member[]): string {
  const below = members.reduce((sum, { at }) => sum + (shape.size[at] as number) - 1, 0)
  return below === 0 ? "" : `, with ${peopleCount(below)} below`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
