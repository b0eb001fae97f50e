import { describe, expect, test } from "vitest"
import { type Step, type StepId, setUpSteps, stepIds } from "./set-up-steps.ts"
import { settingsFaults, settingsOf } from "./settings.ts"
import { cut, now, survey } from "./testing-survey.ts"

const stepsOf = (changed: Partial<typeof survey> = {}, seen: typeof cut | undefined = cut) => {
  const draft = { ...survey, ...changed }
  const settings = settingsOf(draft)
  return setUpSteps({ survey: draft, settings, faults: settingsFaults(settings, now), cut: seen })
}
const find = (steps: Step[], id: StepId): Step => {
  const step = steps.find((one) => one.id === id)
  if (step === undefined) throw new Error(`there is no step ${id}`)
  return step
}
const missing = (steps: Step[]) => find(steps, "launch").missing.map(({ text, href }) => `${href} ${text}`)

describe("the set-up of a survey as a checklist", () => {
  test("goes from the questionnaire to the launch, and a fresh draft with people and words lacks nothing", () => {
    const steps = stepsOf()
    expect(steps.map(({ id }) => id)).toEqual([...stepIds])
    expect(missing(steps)).toEqual([])
    expect(find(steps, "questionnaire").summary).toBe("Alignment core: 41 questions, about 7 minutes")
    expect(find(steps, "when").summary).toBe(
      "Opens when you launch it, closes Sun, 6 Dec 2026, 19:00 (Berlin time)",
    )
    expect(find(steps, "test-mail")).toMatchObject({ state: "optional" })
  })
  test("says what is missing with a link to where it is mended, and says it at the launch too", () => {
    const steps = stepsOf(
      { ready: { people: false, words: false, instrument: true }, languages: [] },
      undefined,
    )
    expect(missing(steps)).toEqual([
      "/mission-and-priorities Write down mission and priorities.",
      "#languages Choose at least one language.",
      "/people Import the people.",
    ])
    expect(steps.filter(({ state }) => state === "needs").map(({ id }) => id)).toEqual([
      ...["questionnaire", "languages", "who", "launch"],
    ])
  })
  test("a language in which the questionnaire is not complete keeps it from being launched", () => {
    expect(missing(stepsOf({ languages: ["en", "tr"] }))).toEqual([
      "#languages The questionnaire is not complete in Turkish.",
    ])
  })
  test("too few people are missing under who is asked; people without a mail address get a letter", () => {
    expect(missing(stepsOf({}, { ...cut, refused: { people: 6, minimum: 8 } })).join()).toMatch(
      /#who .*6 people; at least 8/,
    )
    const letters = stepsOf({}, { ...cut, noEmail: 40 })
    expect(missing(letters)).toEqual([])
    expect(find(letters, "who").summary).toBe("40 people in 0 groups; 40 of them get a printed letter")
  })
  test("a close before the opening is missing under when", () => {
    const steps = stepsOf({ launchAt: "2026-12-07T08:00:00Z" })
    expect(missing(steps)).toEqual(["#when It would close before it opens. Choose a later moment."])
  })
  test("the key's recovery shares have to be made and tried before the launch", () => {
    const recovery = { takenAt: null, triedAt: null, missingSince: null }
    expect(missing(stepsOf({ recovery }))).toEqual([
      "#keys Make the three shares of the key, hand them over, and check that two of them work.",
    ])
    const taken = stepsOf({ recovery: { ...recovery, takenAt: "2026-11-20T10:00:00Z" } })
    expect(missing(taken)).toEqual([
      "#keys Put in two of the three shares of the key, to check that they work.",
    ])
    expect(find(taken, "keys")).toMatchObject({
      state: "needs",
      summary: "Three shares of the key, made Fri, 20 Nov 2026, 11:00 (Berlin time), not checked yet",
    })
    expect(find(stepsOf(), "keys").state).toBe("done")
  })
  test("a scheduled launch is told; one that did not happen needs somebody and says why", () => {
    const launchAt = "2026-11-30T08:00:00Z"
    expect(find(stepsOf({ launchAt, scheduled: true }), "launch")).toMatchObject({
      state: "done",
      summary: "Launches by itself Mon, 30 Nov 2026, 09:00 (Berlin time)",
    })
    expect(find(stepsOf({ launchAt, launchFault: "Nobody is there." }), "launch")).toMatchObject({
      state: "needs",
    })
  })
})
