import { scanHere } from "@throughline/analysis"
import type { Manifest } from "@throughline/ballot"
import { alignmentCore, freezeQuestionnaire } from "@throughline/instrument"
import { buildOrgChart, demoCompany } from "@throughline/org"
import { expect, test } from "vitest"
import { demoBreak, demoWords } from "../demo/company.ts"
import { inventAnswers, type Place, seeded } from "../demo/respondent.ts"
import { placesOf } from "../demo/seed-demo.ts"
import { releaseFor } from "../releases/release-for.ts"
import { countBallots, releaseGuards } from "./count-ballots.ts"
import { cutPeople } from "./cut.ts"

const company = demoCompany({ seed: 20, people: 1200 })
const chart = buildOrgChart(company)
const cut = cutPeople(chart, { departments: null, layers: null }, 5)
const { questionnaire, key } = freezeQuestionnaire(alignmentCore, demoWords, "Northlight", "seed")

/** The demo's closed survey without its database; `as` says from where each person answers. */
async function counted(as: (place: Place) => Place, guards = releaseGuards) {
  const random = seeded(3)
  const places = placesOf(company)
  const managers = new Set(company.map(({ managerId }) => managerId))
  const answers = chart.people.flatMap(({ id }, position) => {
    const [place, cohort] = [places.get(id), cut.cohortOf[position]]
    if (place === undefined || typeof cohort !== "number" || random() > 0.72) return []
    return [{ cohort, answers: inventAnswers(questionnaire, as(place), managers.has(id), random) }]
  })
  const results = await countBallots(
    {
      survey: { id: "s", name: "Survey", organization: "Northlight", closedAt: "2026-03-01T17:00:00.000Z" },
      ...{ questionnaire, key, frozen: cut.frozen, invited: cut.invited, cohorts: cut.cohorts },
      manifest: { k: 5 } as Manifest,
      ballots: answers.map(({ cohort }, at) => ({ ballotKey: String(at), cohort, ciphertext: "" })),
      open: async (ballots) =>
        ballots.map(({ ballotKey, cohort }) => ({
          ...{ ok: true, cohort, receipt: ballotKey, answers: answers[Number(ballotKey)]?.answers },
        })),
      ...{ seed: 7, run: scanHere, personIds: [], earlier: [] },
    },
    guards,
  )
  if (results === "too-few") throw new Error("too few")
  return results
}

const positionOf = (unit: string) =>
  cut.frozen.heads.findIndex((name, at) => name === unit && cut.frozen.layer[at] === 2)

test("a break planted in one function is found there, on its layer, and only its leader and those above read of it", async () => {
  const { release, findings } = await counted((place) => place)
  expect(findings).toEqual([])
  const { breaks } = release
  const unit = `unit:${positionOf(demoBreak.department)}`
  const [first] = breaks?.findings ?? []
  expect(breaks?.measures[0]).toMatchObject({ measure: "message", primary: true, tested: true })
  expect(first).toMatchObject({ unit, name: demoBreak.department, fromLayer: demoBreak.fromLayer })
  expect([...new Set(breaks?.findings.map((finding) => finding.unit))]).toEqual([unit])
  expect(first?.gap).toBeLessThan(-0.8)
  expect(first?.p).toBeLessThanOrEqual(0.04)
  const told = release.groups.find(({ id }) => id === first?.group)
  expect(told).toMatchObject({ kind: "window", respondents: first?.n })
  expect(breaks?.units.find((one) => one.unit === unit)?.verdict).toBe("break")

  const own = releaseFor(release, cut.frozen, positionOf(demoBreak.department))
  expect(own?.breaks?.findings[0]).toMatchObject({
    id: first?.id,
    gap: first?.gap,
    n: first?.n,
    elsewhere: null,
  })
  // Its figures are the release's; what it lies in may be outside.
  const { parent: _, ...figures } = told as NonNullable<typeof told>
  expect(own?.groups.find(({ id }) => id === told?.id)).toMatchObject(figures)
  const other = releaseFor(release, cut.frozen, positionOf("Engineering"))
  expect([other?.breaks?.findings, other?.breaks?.measures[0]?.p]).toEqual([[], null])
  expect(JSON.stringify(other)).not.toContain(demoBreak.department)
}, 120_000)

test("the same company without it: nothing is found", async () => {
  const { release, findings } = await counted((place) => ({ ...place, department: "" }))
  expect(findings).toEqual([])
  expect(release.breaks?.measures[0]).toMatchObject({ measure: "message", tested: true })
  expect(release.breaks?.findings).toEqual([])
  expect(release.groups.filter(({ kind }) => kind === "window" || kind === "elsewhere")).toEqual([])
}, 120_000)

test("it is the scan that finds it: without, a release says nothing of breaks; one that fails lets no release out", async () => {
  const { release } = await counted((place) => place, { ...releaseGuards, findBreaks: async () => undefined })
  expect(release).not.toHaveProperty("breaks")
  const failing = async () => {
    throw new Error("the scan failed")
  }
  await expect(counted((place) => place, { ...releaseGuards, findBreaks: failing })).rejects.toThrow(
    "the scan failed",
  )
}, 120_000)
