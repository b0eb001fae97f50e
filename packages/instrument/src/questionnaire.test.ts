import { describe, expect, test } from "vitest"
import { alignmentCore } from "./alignment-core.ts"
import { leadershipTeam } from "./leadership-team.ts"
import { pulse } from "./pulse.ts"
import { freezeQuestionnaire } from "./questionnaire.ts"
import { seededOrder } from "./seeded-order.ts"
import type { StrategyWords } from "./words.ts"

const words: StrategyWords = {
  mission: "Right mission",
  missionDecoys: ["Wrong 1", "Wrong 2", "Wrong 3", "Wrong 4"],
  vision: "Vision",
  priorities: ["Right A", "Right B", "Right C"],
  priorityDecoys: ["Wrong A", "Wrong B", "Wrong C", "Wrong D", "Wrong E"],
}
const freeze = (seed: string) => freezeQuestionnaire(alignmentCore, words, " Valley  Water ", seed)

describe("a frozen questionnaire", () => {
  test("is the same again from the same seed, and another from another", () => {
    expect(freeze("one")).toEqual(freeze("one"))
    expect(
      new Set(Array.from({ length: 20 }, (_, at) => JSON.stringify(freeze(`seed ${at}`).key))).size,
    ).toBeGreaterThan(10)
  })

  test("holds every text once, and the key names the official ones", () => {
    const { questionnaire, key } = freeze("one")
    const text = (id: string) =>
      [...questionnaire.missionOptions, ...questionnaire.priorityOptions].find((option) => option.id === id)
        ?.text
    expect(questionnaire.missionOptions.map((option) => option.text).sort()).toEqual(
      [words.mission, ...words.missionDecoys].sort(),
    )
    expect(questionnaire.priorityOptions.map((option) => option.text).sort()).toEqual(
      [...words.priorities, ...words.priorityDecoys].sort(),
    )
    expect(text(key.mission)).toBe(words.mission)
    expect(key.priorities.map(text).sort()).toEqual(words.priorities)
    expect(questionnaire.organization).toBe("Valley Water")
  })

  test("gives options ids by place and nothing but id and text, so that no field tells official from decoy", () => {
    for (const seed of ["one", "two", "three"]) {
      const { questionnaire } = freeze(seed)
      expect(questionnaire.missionOptions.map(({ id }) => id)).toEqual(["m1", "m2", "m3", "m4", "m5"])
      expect(questionnaire.priorityOptions.map(({ id }) => id)).toEqual(
        Array.from({ length: 8 }, (_, at) => `p${at + 1}`),
      )
      for (const option of [...questionnaire.missionOptions, ...questionnaire.priorityOptions]) {
        expect(Object.keys(option)).toEqual(["id", "text"])
      }
    }
  })

  test("lists the official priorities in the key by place, not in the order HR wrote them", () => {
    for (const seed of ["one", "two", "three", "four"]) {
      const { priorities } = freeze(seed).key
      expect(priorities).toEqual([...priorities].sort())
    }
  })

  test("puts the official mission in each place equally often over many seeds (chi-square, 4 degrees of freedom)", () => {
    const places = new Map<string, number>()
    for (let at = 0; at < 5_000; at++) {
      const { mission } = freeze(`survey secret ${at}`).key
      places.set(mission, (places.get(mission) ?? 0) + 1)
    }
    const chiSquare = [...places.values()].reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)
    expect(places.size).toBe(5)
    expect(chiSquare).toBeLessThan(33.4) // qchisq(1 - 1e-6, 4); the seeds are fixed, so this never fails by chance
  })
})

describe("a questionnaire that does not ask about the words", () => {
  test("is frozen without any, and without options that nobody is shown", () => {
    for (const given of [null, words]) {
      const { questionnaire, key } = freezeQuestionnaire(pulse, given, "Valley Water", "seed")
      expect(questionnaire).toMatchObject({ instrument: pulse, missionOptions: [], priorityOptions: [] })
      expect(key).toEqual({ mission: "", priorities: [] })
    }
    const { questionnaire } = freezeQuestionnaire(leadershipTeam, words, "Valley Water", "seed")
    expect(questionnaire.missionOptions).toEqual([])
    expect(questionnaire.priorityOptions).toHaveLength(8)
  })
})

describe("a seeded order", () => {
  test("is a permutation, equal for equal seeds on every machine", () => {
    expect(seededOrder(5, "throughline")).toEqual(seededOrder(5, "throughline"))
    for (const length of [0, 1, 2, 9]) {
      expect([...seededOrder(length, "x")].sort()).toEqual(Array.from({ length }, (_, at) => at))
    }
  })

  test("makes all 24 orders of four equally often over seeds that differ in one character", () => {
    const counts = new Map<string, number>()
    for (let at = 0; at < 24_000; at++) {
      const order = seededOrder(4, `seed-${at}`).join("")
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)
    expect(counts.size).toBe(24)
    expect(chiSquare).toBeLessThan(70.55) // qchisq(1 - 1e-6, 23)
  })
})
