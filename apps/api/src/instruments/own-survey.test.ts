import { hashOf } from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { type Instrument, type Question, type Questionnaire, readyMade } from "@throughline/instrument"
import { beforeAll, expect, test } from "vitest"
import { answerInvitation } from "../answering.ts"
import { castBallot } from "../ballots/cast-ballot.ts"
import { demoLinks } from "../demo/links.ts"
import { openInvitation } from "../invitations/open-invitation.ts"
import { prepareKeys } from "../keys/prepare-keys.ts"
import type { StoredRelease } from "../releases/stored-release.ts"
import { closeSurvey } from "../surveys/close-survey.ts"
import type { Survey } from "../surveys/schemas.ts"
import { type Caller, companyCsv, openTestApp, peopleForm, type TestApp, words } from "../testing.ts"
import type { InstrumentDetail } from "./schemas.ts"
import { ownQuestions, ownVersion } from "./testing.ts"

type Hr = Caller & { organizationId: string }

/** What the person at that place answers to a question; the same every time. */
function answerTo(
  question: Question,
  { missionOptions, priorityOptions }: Questionnaire,
  person: number,
): unknown {
  switch (question.type) {
    case "likert":
      return ((person + question.id.length) % 5) + 1
    case "choice":
      return question.choices[person % question.choices.length]?.id
    case "ranking": {
      const { choices, pick } = question
      return Array.from({ length: pick }, (_, rank) => choices[(person + rank) % choices.length]?.id)
    }
    case "mission":
      return missionOptions[person % missionOptions.length]?.id
    case "priorities":
      return priorityOptions.slice(0, 3).map(({ id }) => id)
    case "text":
      return `note ${person}`
  }
}

eachDatabase((_name, open) => {
  let api: TestApp
  let hr: Hr

  beforeAll(async () => {
    api = await openTestApp(await open(), { demo: true })
    hr = await api.hr("Own")
    const imported = await hr.call("POST", "/api/people/import", peopleForm(companyCsv(90)))
    if (imported.status !== 200) throw new Error(`the import answered ${imported.status}`)
    return () => api.remove()
  })

  async function draft(instrument: { id: string; version: number }, languages = ["en"]): Promise<Survey> {
    const { id, name, k, audience, closesAt } = (await hr.call("POST", "/api/surveys", { name: "Wave" }))
      .json as Survey
    const settings = { name, k, audience, languages, closesAt, instrument }
    await prepareKeys(api.deps, hr.organizationId, id)
    return (await hr.call("PUT", `/api/surveys/${id}`, settings)).json as Survey
  }

  async function questionnaireOf(survey: Survey): Promise<Questionnaire> {
    const answer = await hr.call("GET", `/api/surveys/${survey.id}/preview`)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.json))
    return (answer.json as { questionnaire: Questionnaire }).questionnaire
  }

  /** Most answer everything that is asked of them; of small groups that answer to the last person little is told. */
  async function mostAnswer(survey: Survey): Promise<number> {
    const everybody = await demoLinks(api.deps, hr.organizationId, survey.id)
    const links = everybody.filter((_, at) => at % 7 !== 6)
    await Promise.all(
      links.map(async ({ secret, hasReports }, person) => {
        const opened = await openInvitation(api.deps, secret)
        if (opened.state !== "open") throw new Error("the survey is not open")
        const { questionnaire } = opened
        const answers: Record<string, unknown> = {}
        for (const question of questionnaire.instrument.questions) {
          if (question.type === "likert" && question.audience !== "everyone" && !hasReports) continue
          const unless = "unless" in question ? question.unless : undefined
          if (unless !== undefined && answers[unless.question] === unless.choice) continue
          answers[question.id] = answerTo(question, questionnaire, person)
        }
        await castBallot(api.deps, (await answerInvitation(api.deps, opened, secret, answers)).cast)
      }),
    )
    return links.length
  }

  /** From launch to release: what is published, and which columns and comments are kept. */
  async function run(survey: Survey) {
    const launched = await hr.call("POST", `/api/surveys/${survey.id}/launch`)
    expect(launched).toMatchObject({ status: 200, json: { state: "open" } })
    const answered = await mostAnswer(survey)
    await closeSurvey(api.deps, hr.organizationId, survey.id)
    expect((await hr.call("GET", `/api/surveys/${survey.id}`)).json).toMatchObject({
      state: "closed",
      outcome: "released",
    })
    const release = (await hr.call("GET", `/api/surveys/${survey.id}/release`)).json as StoredRelease
    expect(release.survey.respondents).toBe(answered)
    expect(release.uncounted).toBe(0)
    const [columns, comments] = await withOrganization(
      api.deps.db,
      "close",
      hr.organizationId,
      async (tx) => [
        await tx.selectFrom("results.observation").selectAll().where("survey_id", "=", survey.id).execute(),
        await tx.selectFrom("results.comment").selectAll().where("survey_id", "=", survey.id).execute(),
      ],
    )
    return { release, columns, comments, answered }
  }

  test("a pulse runs from launch to release without a word about mission or priorities", async () => {
    const survey = await draft({ id: "pulse", version: 1 }, ["en", "tr", "ar"])
    expect(survey).toMatchObject({
      instrument: { id: "pulse", version: 1, items: 4, minutes: 1, needsWords: false },
      ready: { words: true, instrument: true },
    })
    const preview = await questionnaireOf(survey)
    expect(preview).toMatchObject({ vision: "", missionOptions: [], priorityOptions: [] })
    const { release, columns } = await run(survey)
    expect(release.measures.constructs.map(({ id }) => id)).toEqual([
      "mission-clarity",
      "vision-clarity",
      "strategy",
      "line-of-sight",
    ])
    expect(release.groups[0]?.cells.message?.state).toBe("shown")
    expect(columns.map(({ item }) => item).sort()).toEqual([
      "atom",
      "line-of-sight-1",
      "mission-clarity-1",
      "strategy-1",
      "vision-clarity-1",
    ])
  })

  test("the leadership team check asks for the words, and is launched once they are written", async () => {
    const survey = await draft({ id: "leadership-team", version: 1 })
    expect(survey.ready).toMatchObject({ words: false, instrument: true })
    expect(await hr.call("POST", `/api/surveys/${survey.id}/launch`)).toMatchObject({
      status: 409,
      json: { code: "survey.not-ready", detail: "The words of the strategy are not complete yet." },
    })
    expect((await hr.call("PUT", "/api/organization/words", words)).status).toBe(200)
    const { release, columns } = await run(survey)
    expect(release.groups[0]?.cells.team?.state).toBe("shown")
    const ofOptions = columns.map(({ item }) => item.split("/")).filter(({ length }) => length === 2)
    expect(ofOptions.filter(([question]) => question === "team-time")).toHaveLength(6)
    expect(ofOptions.filter(([question]) => question === "priorities")).toHaveLength(
      words.priorities.length + words.priorityDecoys.length,
    )
    // Everybody named the same three: of the official ones among them the share is told, and which they are.
    expect(release.measures.objectives?.map(({ id, claim }) => [id, claim])).toEqual([
      ["priorities", null],
      ["priorities-all", null],
    ])
    expect(release.groups[0]?.cells.priorities).toMatchObject({ state: "shown" })
    expect(release.groups[0]?.distributions.priorities).toBeUndefined()
    const time = release.choices?.find(({ id }) => id === "team-time")
    expect(time).toMatchObject({ pick: 3, options: { length: 6 } })
    expect(time?.groups[0]).toMatchObject({ group: "all", shares: [50, 50, 50, 50, 50, 50] })
    expect(release.steps.some(({ measure }) => measure.startsWith("priorities"))).toBe(false)
  })

  test("an own questionnaire with topics of its own, a ranking and no summary runs from launch to release", async () => {
    const survey = await draft(await ownVersion(hr), ["en", "de"])
    const { release, columns, comments, answered } = await run(survey)
    expect(release.measures).toMatchObject({
      constructs: [{ id: "calm", name: "Calm" }, { id: "giving" }],
      composites: [],
    })
    expect(release.measures.constructs[0]?.items.map(({ text }) => text)).toEqual([
      "I work in {peace} & <b>quiet</b>.",
      "I am interrupted all day. (reversed: high means disagreement)",
    ])
    expect(release.groups[0]?.cells.calm?.state).toBe("shown")
    expect(new Set(release.steps.map(({ measure }) => measure))).toContain("calm")
    const kept = new Map(columns.map(({ item, item_values }) => [item, new Int8Array(item_values)]))
    expect([...kept.keys()].sort()).toEqual(
      [
        "atom",
        "calm-1",
        "calm-2",
        "giving-1",
        "giving:atom",
        "helps/desk",
        "helps/door",
        "helps/plan",
        "where",
      ].sort(),
    )
    // Every second person is at home and not asked what helps; of the others each gave ranks 1 and 2, and left one.
    const ranks = ["desk", "door", "plan"].map((choice) => kept.get(`helps/${choice}`) ?? new Int8Array())
    const where = kept.get("where") ?? new Int8Array()
    expect(where).toHaveLength(answered)
    for (let row = 0; row < answered; row++) {
      const given = ranks.map((column) => column[row] ?? -2).sort()
      expect(given).toEqual(where[row] === 1 ? [-1, -1, -1] : [0, 1, 2])
    }
    expect(comments).toHaveLength(answered)
    expect(new Set(comments.map(({ question }) => question))).toEqual(new Set(["more"]))
  })

  test("a questionnaire that measures nothing, only choices and words, is closed and released too", async () => {
    const questions = ownQuestions.questions.filter(({ type }) => type !== "likert")
    const survey = await draft(await ownVersion(hr, { ...ownQuestions, questions, constructs: [] }))
    const { release, comments } = await run(survey)
    expect(release.measures).toEqual({ constructs: [], composites: [] })
    expect(release.steps).toEqual([])
    expect(comments.length).toBeGreaterThan(0)
  })

  test("a language that the questionnaire lacks is refused at launch, by name", async () => {
    const survey = await draft(await ownVersion(hr), ["en", "fr", "ar"])
    expect(survey.ready.instrument).toBe(false)
    expect(await hr.call("POST", `/api/surveys/${survey.id}/launch`)).toMatchObject({
      status: 409,
      json: {
        code: "survey.not-ready",
        detail:
          "The questionnaire “Calm” has no complete text in: French, Arabic. Add it and publish a new version, or leave the language out of the survey.",
      },
    })
    // Half of it would have been launched otherwise: nothing has.
    expect((await hr.call("GET", `/api/surveys/${survey.id}`)).json).toMatchObject({ state: "draft" })
  })

  test("a launched survey asks what it was launched with, whatever is edited, published or deleted later", async () => {
    const chosen = await ownVersion(hr)
    const survey = await draft(chosen, ["en", "de"])
    const before = await draft(chosen, ["en", "de"])
    expect((await hr.call("POST", `/api/surveys/${survey.id}/launch`)).status).toBe(200)
    const frozen = await questionnaireOf(survey)
    const [link] = await demoLinks(api.deps, hr.organizationId, survey.id)
    const opened = await openInvitation(api.deps, link?.secret ?? "")
    if (opened.state !== "open") throw new Error("the survey is not open")

    const { revision, body } = (await hr.call("GET", `/api/instruments/${chosen.id}`))
      .json as InstrumentDetail
    const changed: Instrument = {
      ...body,
      questions: body.questions.map((one) =>
        one.id === "calm-1" ? { ...one, text: { en: "Changed.", de: "Anders." } } : one,
      ),
    }
    await hr.call("PUT", `/api/instruments/${chosen.id}`, { revision, body: changed })
    const second = await hr.call("POST", `/api/instruments/${chosen.id}/versions`, { revision: revision + 1 })
    expect(second).toMatchObject({ status: 201, json: { version: 2 } })
    const settings = {
      name: "Wave",
      k: 5,
      audience: survey.audience,
      languages: ["en"],
      closesAt: survey.closesAt,
    }
    const toPulse = { ...settings, instrument: { id: "pulse", version: 1 } }
    expect(await hr.call("PUT", `/api/surveys/${survey.id}`, toPulse)).toMatchObject({
      status: 409,
      json: { code: "survey.not-draft" },
    })
    expect((await hr.call("DELETE", `/api/instruments/${chosen.id}`)).status).toBe(409)
    await hr.call("PUT", "/api/organization/words", { ...words, vision: "Another vision." })

    expect(await questionnaireOf(survey)).toEqual(frozen)
    const again = await openInvitation(api.deps, link?.secret ?? "")
    expect(again).toEqual(opened)
    // The promise of the manifest: the texts are those that were hashed at launch.
    expect(await hashOf(frozen)).toBe(opened.manifest.texts)
    expect(JSON.stringify(frozen)).not.toContain("Changed.")
    // A draft keeps to its version too, until somebody chooses the new one.
    expect(JSON.stringify(await questionnaireOf(before))).not.toContain("Changed.")
    await hr.call("PUT", `/api/surveys/${before.id}`, { ...settings, instrument: { ...chosen, version: 2 } })
    expect(JSON.stringify(await questionnaireOf(before))).toContain("Changed.")
  })

  test("a copy of a survey asks the same version", async () => {
    const chosen = await ownVersion(hr)
    const survey = await draft(chosen)
    const copy = await hr.call("POST", `/api/surveys/${survey.id}/copies`, { name: "Next" })
    expect(copy.json).toMatchObject({ instrument: chosen })
    expect(readyMade.some(({ id }) => id === chosen.id)).toBe(false)
  })
})
