import type { MeasureSpec, Observations } from "./release.ts"

/** One thing a cell is about. An item is a construct of itself alone, a construct a composite of itself alone. */
export interface Measure {
  id: string
  kind: "composite" | "construct" | "item" | "objective" | "objective-all"
  /** Per construct: the columns of its items that were observed. */
  constructs: Int8Array[][]
  /** Per construct: answers a person needs for a score, half of the items, rounded up. */
  needed: number[]
  /** Was it part of the questionnaire at all? Never read from answers: who answered must not show. */
  asked: boolean
  /** Ids of what it is made of: constructs of a composite, observed items of a construct. */
  members: string[]
}

/** A longer construct is not scored: a person's answers to one are counted in five bits each (tally.ts). */
const mostItems = 31

/** All measures in the order of the release: composites, then each construct followed by its items, then objectives. */
export function listMeasures(spec: MeasureSpec, observations: Observations): Measure[] {
  const columns = new Map(observations.itemIds.map((id, index) => [id, observations.items[index]]))
  const columnsOf = (items: { id: string }[]) =>
    items.length > mostItems
      ? []
      : items.map((item) => columns.get(item.id)).filter((column) => column !== undefined)
  const asked = (items: { id: string }[]) => items.some((item) => columns.has(item.id))
  const byId = new Map(spec.constructs.map((construct) => [construct.id, construct]))

  const composites = spec.composites.map((composite): Measure => {
    const members = composite.constructs.map((id) => byId.get(id)).filter((found) => found !== undefined)
    return {
      id: composite.id,
      kind: "composite",
      constructs: members.map((construct) => columnsOf(construct.items)),
      needed: members.map((construct) => half(construct.items.length)),
      asked: members.some((construct) => asked(construct.items)),
      members: members.map((construct) => construct.id),
    }
  })
  const constructs = spec.constructs.flatMap((construct): Measure[] => [
    {
      id: construct.id,
      kind: "construct",
      constructs: [columnsOf(construct.items)],
      needed: [half(construct.items.length)],
      asked: asked(construct.items),
      members: construct.items.map(({ id }) => id).filter((id) => columns.has(id)),
    },
    ...construct.items.map(
      (item): Measure => ({
        ...{ id: item.id, kind: "item", constructs: [columnsOf([item])], needed: [1] },
        ...{ asked: asked([item]), members: [] },
      }),
    ),
  ])
  const objectives = (spec.objectives ?? []).map((objective): Measure => {
    const found = columnsOf(objective.columns.map((id) => ({ id })))
    const whole = found.length === objective.columns.length ? found : []
    const held = objective.every === true && whole.length > 0 ? [eachShown(whole)] : whole
    // Nothing is told of the single columns in cells, so there is nothing to compare with them.
    return {
      id: objective.id,
      kind: objective.every === true ? "objective-all" : "objective",
      ...{ constructs: [held], needed: [held.length], asked: held.length > 0, members: [] },
    }
  })
  return [...composites, ...constructs, ...objectives]
}

/** By respondent whether each of them is shown; without an answer to one of them, none. */
function eachShown(columns: readonly Int8Array[]): Int8Array {
  const [first = new Int8Array(), ...others] = columns
  return others.reduce(
    (all, column) => all.map((answer, person) => Math.min(answer, column[person] as number)),
    first,
  )
}

/** What people show rather than claim. */
export function isShown({ kind }: Pick<Measure, "kind">): boolean {
  return kind === "objective" || kind === "objective-all"
}

/** What a release judges and passes on from layer to layer: neither single questions nor what people show. */
export function isHandedDown({ kind }: Pick<Measure, "kind">): boolean {
  return kind === "composite" || kind === "construct"
}

/** How many members a person needs for a score on this measure. */
export function membersNeeded({ kind, constructs, needed }: Pick<Measure, "kind" | "constructs" | "needed">) {
  return Math.max(1, kind === "composite" ? half(constructs.length) : (needed[0] as number))
}

/** Half of `count`, rounded up: what has to be answered of it for a score. */
export function half(count: number): number {
  return Math.ceil(count / 2)
}
