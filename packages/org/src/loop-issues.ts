import type { Member } from "./draft.ts"
import { issueEach, type Scene } from "./issues.ts"
import { belongsSomewhere } from "./manager-issues.ts"
import type { Issue } from "./person.ts"
import type { Proposal } from "./repair.ts"
import { likeliest } from "./shape.ts"
import { nameOf, short } from "./wording.ts"

/** One issue a circle of people who report to each other, at its first row. */
export function loopIssues(scene: Scene): Issue[] {
  const loops = new Map(scene.shape.loops.map((loop) => [firstOf(loop), loop]))
  return issueEach(scene, "loop", [...loops.keys()], (first) => {
    const loop = loops.get(first) as Member[]
    const from = loop.indexOf(first)
    const chain = [...loop.slice(from), ...loop.slice(0, from), first]
    const names = chain.map(nameOf)
    const shown =
      names.length > 8 ? [...names.slice(0, 6), `… ${names.length - 7} more …`, names.at(-1)] : names
    return {
      severity: "error",
      field: first.references[0]?.field ?? "manager",
      message: `${loop.length} people report to each other in a circle: ${shown.join(" → ")}.`,
      repair:
        "Enter another manager for one of them, or empty the manager cell of whoever heads the organization.",
      proposals: cuts(scene, loop),
    }
  })
}

/** The link to cut is the one above the likeliest leader of the circle; two others are offered as well. */
function cuts(scene: Scene, loop: readonly Member[]): Proposal[] {
  // Whom the last import knew under somebody outside the circle is the one whose cell went wrong.
  const circle = new Set(loop)
  const moved = loop.find((member) => {
    const before = scene.known.managerOf(member)
    return before !== null && before !== member.manager && !circle.has(before)
  })
  const ranked = likeliest(scene.shape, loop, 3)
  const order = moved ? [moved, ...ranked.filter((member) => member !== moved)] : ranked
  return order.flatMap((member, index) => {
    const ways = belongsSomewhere(scene, member)
    return (index === 0 ? ways : ways.slice(0, 1)).map((way) => ({
      ...way,
      effect: `${way.effect} The link to ${short(member.manager?.person.name ?? "")} is cut: ${short(member.person.name)} ${index === 0 && member !== moved ? "has the highest title or the most people in this circle" : "leaves the circle"}.`,
    }))
  })
}

function firstOf(loop: readonly Member[]): Member {
  return loop.reduce((a, b) => (a.person.row < b.person.row ? a : b))
}
