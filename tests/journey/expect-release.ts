import type { Release } from "@throughline/analysis"
import { expect } from "vitest"
import { type Invited, lastAgreeing } from "./cast.ts"

/** As GET /api/surveys/:survey/cut tells it. */
export interface Cohort {
  id: number
  name: string
  kind: string
  layers: [number, number]
  merged: string | null
}

export const layersOf = (release: Release) => release.groups.filter(({ kind }) => kind === "layer")

/** Steps of the whole organization, for the measure that is shown first. */
export const stepsOf = (release: Release) =>
  release.steps.filter(({ group, measure }) => group === "all" && measure === "message")

/**
 * The release says of each layer what was answered there, and falls where the drop was planted and nowhere else.
 *
 * @param scores what each who answered chose on every scale, by mail address
 */
export function expectRelease(
  release: Release,
  cohorts: readonly Cohort[],
  answering: readonly Invited[],
  scores: ReadonlyMap<string, number>,
): void {
  expect(release.survey.respondents).toBe(answering.length)
  expect(layersOf(release).length).toBeGreaterThan(3)
  for (const { layers: range, respondents, cells } of layersOf(release)) {
    // A layer is made of the groups that lie wholly in it.
    const own = cohorts.filter(({ kind, layers }) => kind !== "mixed" && String(layers) === String(range))
    const members = answering.filter(({ cohort }) => own.some(({ id }) => id === cohort))
    const sum = members.reduce((total, { email }) => total + (scores.get(email) ?? 0), 0)
    expect(respondents).toBe(members.length)
    expect(cells.message).toMatchObject({ state: "shown", n: members.length })
    const mean = cells.message?.state === "shown" ? cells.message.mean : Number.NaN
    // A tenth for rounding, and for the two on screen, who chose alike also where a statement is turned round.
    expect(Math.abs(mean - sum / members.length)).toBeLessThanOrEqual(0.1)
  }
  const falls = stepsOf(release).filter(({ difference }) => difference < -1)
  expect(falls).toMatchObject([{ fromLayer: lastAgreeing, toLayer: lastAgreeing + 1 }])
  expect(falls[0]?.interval?.high).toBeLessThan(-1)
}
