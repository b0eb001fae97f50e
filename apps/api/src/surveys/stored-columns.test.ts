import {
  type Answers,
  alignmentCore,
  freezeQuestionnaire,
  type ItemColumns,
  toColumns,
} from "@throughline/instrument"
import { expect, test } from "vitest"
import { words } from "../testing.ts"
import { storedColumns } from "./stored-columns.ts"

const K = 5
const { questionnaire, key } = freezeQuestionnaire(alignmentCore, words, "Acme", "seed")

/** `managers[atom]` people with reports in an atom of `size` people each. */
function stored(size: number, managers: readonly number[]) {
  const answers: Answers[] = []
  const atom: number[] = []
  for (const [index, count] of managers.entries()) {
    for (let person = 0; person < size; person++) {
      atom.push(index)
      const likert: Answers = {}
      for (const question of questionnaire.instrument.questions) {
        if (question.type !== "likert") continue
        if (question.audience === "everyone" || person < count)
          likert[question.id] = ((person * 7 + index * 3) % 5) + 1
      }
      answers.push(likert)
    }
  }
  const columns: ItemColumns = toColumns(questionnaire, key, answers)
  const kept = storedColumns(questionnaire, columns, Int32Array.from(atom), K)
  const column = (item: string) => kept.find((row) => row.item === item)?.values
  const atoms = (item: string) => {
    const bytes = column(item)
    return bytes === undefined
      ? undefined
      : [...new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))]
  }
  return { columns, kept, column, atoms }
}

const count = (values: readonly number[] | undefined, value: number) =>
  values?.filter((one) => one === value).length

test("what only people with reports are asked is kept without a row for anybody else", () => {
  const { column, atoms, kept } = stored(60, [30, 20])
  expect(column("mission-clarity-1") ?? kept[1]?.values).toHaveLength(120)
  expect(atoms("atom")).toHaveLength(120)
  expect(atoms("explaining:atom")).toHaveLength(50)
  for (const number of [1, 2, 3]) {
    const values = column(`explaining-${number}`)
    expect(values).toHaveLength(50)
    expect(values?.includes(255)).toBe(false)
  }
})

test("its rows stand in another order than everybody's, the answers of one person still side by side", () => {
  const { columns, column, atoms } = stored(60, [30, 30])
  const before = [...(columns.values[columns.itemIds.indexOf("explaining-1")] ?? [])].filter((v) => v !== -1)
  const after = [...(column("explaining-1") ?? [])]
  // One chance in 60! / (12!)^5 that a shuffle of these leaves them as they were.
  expect(after).not.toEqual(before)
  expect([...after].sort()).toEqual([...before].sort())
  expect(atoms("explaining:atom")).not.toEqual([...(atoms("explaining:atom") ?? [])].sort())
})

test("no atom of fewer than k of them is told, and the rest of them are k or more too", () => {
  const few = stored(30, [12, 3, 4, 9]).atoms("explaining:atom")
  expect([0, 1, 2, 3, -1].map((atom) => count(few, atom))).toEqual([12, 0, 0, 9, 7])
  // Two alone would be a group of two: the next smallest goes with them.
  const two = stored(30, [12, 2, 8]).atoms("explaining:atom")
  expect([0, 1, 2, -1].map((atom) => count(two, atom))).toEqual([12, 0, 0, 10])
})

test("fewer than k of them in all: their answers are not kept", () => {
  const { kept } = stored(30, [2, 2])
  expect(kept.filter(({ item }) => item.startsWith("explaining"))).toEqual([])
  expect(kept.some(({ item }) => item === "mission")).toBe(true)
})
