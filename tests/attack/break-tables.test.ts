import { findBreaks, scanHere } from "@throughline/analysis"
import { expect, test } from "vitest"
import { consistent, replaced, stage, toldOfTeam, ways, withAnswers } from "./break-tables.ts"
import { seededRandom } from "./random-company.ts"

const unit = "unit:3"
const [ones, fourTwos] = [
  [5, 0, 0, 0, 0],
  [1, 4, 0, 0, 0],
]
const mean = (counts: readonly number[]) =>
  counts.reduce((sum, people, at) => sum + people * (at + 1), 0) /
  counts.reduce((sum, people) => sum + people, 0)

test("a hidden team of ten of one mind: whoever knows all other answers does not learn where any four of them lie", async () => {
  const at = stage(3, 0, [ones, ones])
  const look = (tables: [number[], number[]]) => toldOfTeam(withAnswers(at, replaced(at, tables)), unit, 99)
  const truth = await look([ones, ones])
  expect(JSON.parse(truth)).toMatchObject([
    { n: null, coarse: true },
    { n: null, coarse: true },
  ])
  for (const other of [
    [fourTwos, ones],
    [ones, fourTwos],
    [
      [3, 2, 0, 0, 0],
      [3, 2, 0, 0, 0],
    ],
  ] as [number[], number[]][])
    expect(await look(other)).toBe(truth)
  // Of everything that they may have answered: how low and high the team may lie by what is told of its break.
  const random = seededRandom(5)
  const any = () => ways[Math.floor(random() * ways.length)] as number[]
  const alike: number[] = []
  const shifts = new Set<string>()
  for (let turn = 0; turn < 16; turn++) {
    let tables: [number[], number[]] = [any(), any()]
    while (mean(tables[0]) + mean(tables[1]) > 4.4) tables = [any(), any()]
    if ((await look(tables)) !== truth) continue
    alike.push((mean(tables[0]) + mean(tables[1])) / 2)
    const found = await findBreaks(withAnswers(at, replaced(at, tables)), scanHere, 99)
    for (const { shift } of found?.measures[0]?.breaks ?? []) shifts.add(shift.toFixed(1))
  }
  // As the scan has it, the shift would tell them apart.
  expect(shifts.size).toBeGreaterThan(2)
  expect(Math.max(...alike) - 1).toBeGreaterThan(0.5)
}, 200_000)

test("a told team of two layers, told by bounds: its break leaves every table that the told groups leave", async () => {
  const at = stage(3, 1, [
    [4, 1, 0, 0, 0],
    [4, 0, 1, 0, 0],
  ])
  const tables = consistent(at)
  const truth = await toldOfTeam(withAnswers(at, at.answers), unit, 99)
  expect(truth).toContain('"n":10')
  const left = []
  for (const one of tables)
    if ((await toldOfTeam(withAnswers(at, replaced(at, one)), unit, 99)) === truth) left.push(one)
  expect(tables.length).toBeGreaterThan(3)
  expect(left).toEqual(tables)
}, 200_000)
