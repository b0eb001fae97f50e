import { expect, test } from "vitest"
import { type Stage, stageOf } from "./stage.ts"

type Seen = Parameters<typeof stageOf>[0]
const survey = (state: Seen["survey"]["state"]): Seen["survey"] => ({
  ...{ id: "", name: "Spring", closesAt: null, outcome: null, state },
})
const seat = (number: number, hasKey: boolean, hasTried = false, handedTo: number | null = null) => ({
  ...{ seat: number, name: `T${number}`, publicKey: hasKey ? "key" : null, commitment: null },
  ...{ hasKey, hasDealt: false, hasTried, handedTo },
})
const base = { seat: 1, sealingKey: null, handed: [] }
const dealt = (one: ReturnType<typeof seat>) => ({ ...one, hasDealt: true })
const all = [seat(1, true), seat(2, true), seat(3, true)]
const share = { sealingKey: "key" }

const cases: [Stage, Seen][] = [
  [
    "make-key",
    { ...base, survey: survey("draft"), trustees: [seat(1, false), seat(2, true), seat(3, true)] },
  ],
  [
    "wait-keys",
    { ...base, survey: survey("draft"), trustees: [seat(1, true), seat(2, true), seat(3, false)] },
  ],
  ["deal", { ...base, survey: survey("draft"), trustees: all }],
  ["wait-dealings", { ...base, survey: survey("draft"), trustees: [dealt(seat(1, true)), ...all.slice(1)] }],
  ["try", { ...base, ...share, survey: survey("draft"), trustees: all.map(dealt) }],
  [
    "ready",
    {
      ...base,
      ...share,
      survey: survey("draft"),
      trustees: [seat(1, true, true), ...all.slice(1)].map(dealt),
    },
  ],
  ["open", { ...base, ...share, survey: survey("open"), trustees: all }],
  ["hand", { ...base, ...share, survey: survey("closing"), trustees: all }],
  [
    "handed",
    { ...base, ...share, survey: survey("closing"), trustees: [seat(1, true, true, 2), ...all.slice(1)] },
  ],
  [
    "open-ballots",
    { ...base, ...share, survey: survey("closing"), trustees: all, handed: [{ from: 2, sealed: "x" }] },
  ],
  [
    // Whoever has handed a share over and then gets one, perhaps junk, can open and hand over again.
    "open-ballots",
    {
      ...{ ...base, ...share, survey: survey("closing") },
      trustees: [seat(1, true, true, 2), ...all.slice(1)],
      handed: [{ from: 2, sealed: "x" }],
    },
  ],
  ["closed", { ...base, survey: survey("closed"), trustees: all }],
]

test.each(cases)("a trustee who stands at “%s” is shown that page", (stage, seen) => {
  expect(stageOf(seen)).toBe(stage)
})
