// The one door to the server. Screens call these functions and never fetch by themselves.

import type { Release } from "@throughline/analysis"
import {
  type Cut,
  client,
  type Participation,
  type ProblemBody,
  type Survey,
  type SurveySettings,
  type SurveySummary,
} from "@throughline/api/client"
import type { Questionnaire, StrategyWords } from "@throughline/instrument"
import type { ColumnMap } from "@throughline/org"
import { type Failure, failure } from "./failure.ts"

export type { Cut, Participation, Survey, SurveySettings, SurveySummary }
export type Language = Survey["languages"][number]

const server = client("/").api

interface Reply<T> {
  ok: boolean
  status: number
  json(): Promise<T>
}

/** The body of an answer, or a Failure with the code of the problem. */
async function answer<T>(pending: Promise<Reply<T>>): Promise<T> {
  const reply = await pending.catch(() => {
    throw failure("connection.lost")
  })
  if (!reply.ok) throw failureOf(reply.status, await reply.json().catch(() => null))
  return reply.json().catch(() => {
    throw failure("server.unreadable")
  })
}

function failureOf(status: number, body: unknown): Failure {
  const problem = (typeof body === "object" && body !== null ? body : {}) as Partial<ProblemBody>
  // The sign-in library answers in its own words; the status says enough.
  if (!String(problem.type ?? "").startsWith("urn:throughline:problem:")) {
    return failure(status === 401 ? "sign-in.refused" : status === 429 ? "request.too-many" : "server.error")
  }
  return failure(problem.code ?? "server.error", problem)
}

const auth = (path: string, body: unknown): Promise<Reply<unknown>> =>
  fetch(`/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })

const one = (survey: string) => ({ param: { survey } })

export const api = {
  session: () => answer(server.session.$get()),
  signIn: (who: { email: string; password: string }) =>
    answer(auth("sign-in/email", { email: who.email, password: who.password })),
  signOut: () => answer(auth("sign-out", {})),
  demo: () => answer(server.demo.$get()),
  outbox: (q: string) => answer(server.demo.outbox.$get({ query: q === "" ? {} : { q } })),
  organization: () => answer(server.organization.$get()),
  saveWords: (json: StrategyWords) => answer(server.organization.words.$put({ json })),
  people: () => answer(server.people.$get()),
  importPeople: (json: { fileName: string; text: string; columns?: ColumnMap }) =>
    answer(server.people.import.$post({ json })),
  surveys: () => answer(server.surveys.$get()),
  createSurvey: (name: string) => answer(server.surveys.$post({ json: { name } })),
  survey: (id: string): Promise<Survey> => answer(server.surveys[":survey"].$get(one(id))),
  saveSurvey: (id: string, json: SurveySettings): Promise<Survey> =>
    answer(server.surveys[":survey"].$put({ ...one(id), json })),
  cut: (id: string): Promise<Cut> => answer(server.surveys[":survey"].cut.$get(one(id))),
  testMail: (id: string, language: Language) =>
    answer(server.surveys[":survey"]["test-mail"].$post({ ...one(id), json: { language } })),
  // The questionnaire and the release cross the wire as the packages made them; their shapes are versioned there.
  preview: async (id: string): Promise<Questionnaire> => {
    const body: { questionnaire: unknown } = await answer(
      server.surveys[":survey"].preview.$get({ ...one(id), query: {} }),
    )
    return body.questionnaire as Questionnaire
  },
  launch: (id: string): Promise<Survey> => answer(server.surveys[":survey"].launch.$post(one(id))),
  participation: (id: string): Promise<Participation> =>
    answer(server.surveys[":survey"].participation.$get(one(id))),
  close: (id: string): Promise<Survey> => answer(server.surveys[":survey"].close.$post(one(id))),
  release: async (id: string): Promise<Release> => {
    const body: unknown = await answer<unknown>(server.surveys[":survey"].release.$get(one(id)))
    return body as Release
  },
}

export type Session = Awaited<ReturnType<typeof api.session>>
export type PeopleStored = Awaited<ReturnType<typeof api.people>>
export type Organization = Awaited<ReturnType<typeof api.organization>>
export type Mail = Awaited<ReturnType<typeof api.outbox>>["mails"][number]
