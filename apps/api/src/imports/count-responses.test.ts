import type { Finding } from "@throughline/analysis"
import { readyMade, word } from "@throughline/instrument"
import { expect, test } from "vitest"
import { type Counted, type CountGiven, countResponses, importGuards } from "./count-responses.ts"
import { cutResponses } from "./cut-responses.ts"
import { oldAnswers, oldSettings } from "./testing.ts"

const { mapping, topics } = oldSettings()
const given = (text: string, more: Partial<CountGiven> = {}): CountGiven => ({
  ...{ bytes: new TextEncoder().encode(text), fileName: "old.csv", mapping, topics },
  survey: { id: "old", name: "Old", organization: "Acme", closedAt: "2019-05-31T12:00:00Z" },
  ...{ k: 5, asked: 0, seed: 1, earlier: [] },
  ...more,
})
const counted = (one: CountGiven, guards = importGuards): Counted => {
  const made = countResponses(one, guards)
  if (!("release" in made)) throw new Error(made.refused)
  return made
}
const codes = (findings: readonly Finding[]) => [...new Set(findings.map(({ code }) => code))]

/** Six units of twenty people and one manager or two each. */
const small = oldAnswers(126)

test("cells of unit and layer below k are merged, and nothing is found in the release", () => {
  const { release, findings } = counted(given(small))
  expect(findings).toEqual([])
  expect(Math.min(...release.atoms.map(({ respondents }) => respondents))).toBeGreaterThanOrEqual(5)
  expect(release.atoms.length).toBeGreaterThan(6)
})

test("without the merging small groups would stand in the release, and the audit finds them", () => {
  // Two managers of one unit each keep a cell of their own.
  const careless: typeof cutResponses = (read, _, asked) => cutResponses(read, 1, asked)
  const few = small
    .split("\n")
    .filter((row) => !row.includes("Manager") || row.includes(",U0,"))
    .slice(0, 130)
  const rows = [
    few[0],
    ...few.filter((row) => row.includes("Manager")).slice(0, 3),
    ...few.slice(1).filter((row) => row.includes("Staff")),
  ]
  const { release, findings } = counted(given(rows.join("\n")), { ...importGuards, cutResponses: careless })
  expect(release.atoms.some(({ respondents }) => respondents < 5)).toBe(true)
  expect(codes(findings)).toContain("small-atom")
  expect(counted(given(rows.join("\n"))).findings).toEqual([])
})

test("told beside the same questions of another time, all but large organizations are hidden; unguarded they would be told", () => {
  const first = counted(given(small)).release
  const earlier = [{ release: first, groupings: [], people: new Int32Array(), unjudgeable: true as const }]
  const again = given(oldAnswers(125, 2), { earlier })
  const { release, findings } = counted(again)
  expect(findings).toEqual([])
  expect(release.groups.flatMap(({ cells }) => Object.values(cells)).map(({ state }) => state)).not.toContain(
    "shown",
  )
  const unguarded = counted(again, { ...importGuards, analyse: (input) => importGuards.analyse(input, []) })
  expect(codes(unguarded.findings)).toContain("earlier")
})

test("who gave no answer was asked, and everybody else who was asked is spread like those in the file", () => {
  const silent = oldAnswers(120)
    .split("\n")
    .map((row, at) => (at > 0 && at % 4 === 0 ? row.replace(/,\d,\d$/, ",,") : row))
    .join("\n")
  const { release, people } = counted(given(silent, { asked: 240 }))
  expect(people).toBe(90)
  expect(release.survey).toMatchObject({ respondents: 90, invited: 240, responseRate: 38 })
  const [all, ...others] = release.groups
  expect(all).toMatchObject({ invited: 240, covered: 240, respondents: 90 })
  for (const group of others) expect(group.invited).toBeGreaterThanOrEqual(group.respondents)
})

test("a file without units has layers only, one without layers units only", () => {
  const place = mapping.place
  const layersOnly = counted(given(small, { mapping: { ...mapping, place: { ...place, units: [] } } }))
  expect(layersOnly.release.groups.map(({ id }) => id)).toEqual(["all", "layer:1", "layer:2"])
  const unitsOnly = counted(given(small, { mapping: { ...mapping, place: { ...place, layer: null } } }))
  const ids = unitsOnly.release.groups.map(({ kind }) => kind)
  expect(new Set(ids)).toEqual(new Set(["organization", "layer", "unit", "unit-layer"]))
  expect(unitsOnly.release.steps).toEqual([])
})

test("with managers the layers are counted, and small teams are merged upwards", () => {
  const rows = Array.from(
    { length: 150 },
    (_, at) => `${at},${at === 0 ? "" : Math.floor((at - 1) / 5)},${1 + (at % 5)},4`,
  )
  const { release, findings } = counted(
    given(["Id,Boss,Q1,Q2", ...rows].join("\n"), {
      mapping: { ...mapping, person: "Id", place: { kind: "managers", manager: "Boss" } },
    }),
  )
  expect(findings).toEqual([])
  expect(release.groups.filter(({ kind }) => kind === "layer").map(({ id }) => id)).toEqual([
    "layer:1-2",
    "layer:3",
    "layer:4",
  ])
  expect(Math.min(...release.atoms.map(({ respondents }) => respondents))).toBeGreaterThanOrEqual(5)
})

test("a question in the words of one of ours keeps its id, so that surveys can be told to ask the same", () => {
  const ours = readyMade[0]?.questions.find(({ type }) => type === "likert")
  const text = word(ours?.text ?? {}, "en")
  const items = ["Q1", "Q2"].map((column) => ({
    ...{ column, construct: "mission-clarity", reverse: false },
    text: column === "Q1" ? text.toUpperCase() : "Something else",
  }))
  const { questionnaire } = counted(given(small, { mapping: { ...mapping, items } }))
  expect(questionnaire.instrument.questions.map(({ id }) => id)).toEqual([ours?.id, "old-q2"])
})
