import { expect, test } from "vitest"
import { makeCoded } from "../../apps/api/src/reviews/coding/make-coded.ts"
import { singledOutByCodes } from "./coded.ts"

const question = { id: "top-priority", text: "In your own words?", options: [{ id: "p1", text: "Grow" }] }
const groups = [0, 1, 2, 3].map((id) => ({ id, label: `Group ${id}`, respondents: 100 }))
const texts = new Map([
  [0, 31],
  [1, 25],
  [2, 6],
  [3, 4],
])
const coded = [...texts].flatMap(([coarse, people]) =>
  Array.from({ length: people }, (_, at) => ({
    ...{ id: `${coarse}/${at}`, coarse, codes: [at % 2 ? "p1" : "other", at % 2 ? "p1" : "other"] },
    settled: null,
  })),
)
const told = (least?: number) => makeCoded(question, ["p1"], groups, coded, least)?.groups ?? []
const whole = (list: ReturnType<typeof told>) => ({ survey: "s", isWhole: true, groups: list })

test("by no sum or difference of shares are fewer than twenty told of; with the gate off those of small groups are", () => {
  expect(told()).toHaveLength(2)
  expect(singledOutByCodes([whole(told())], texts)).toBe(0)
  expect(singledOutByCodes([whole(told(1))], texts)).toBe(10)
})

test("a second telling with other groups would tell of the difference", () => {
  const [first] = told(1)
  if (first === undefined) throw new Error("nothing told")
  const rest = { ...first, group: null, label: "Smaller groups, taken together" }
  // Everybody, less the two large groups: that is what the six and the four of the others say.
  const everybody = [{ ...rest, texts: 66 }]
  const allButTwo = told(1).filter(({ group }) => group === 0 || group === 1)
  expect(singledOutByCodes([whole(everybody), whole(allButTwo)], texts)).toBe(10)
})

test("a leader's share is of a group of the whole, or the attack says so", () => {
  const [, one] = told(1)
  if (one === undefined) throw new Error("nothing told")
  const leader = { survey: "s", isWhole: false, groups: [{ ...one, group: 0 }] }
  expect(singledOutByCodes([whole(told(20)), { ...leader, groups: [] }], texts)).toBe(0)
  expect(() => singledOutByCodes([whole([]), leader], texts)).toThrow("told to nobody")
})
