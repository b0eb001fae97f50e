import type { Instrument } from "@throughline/instrument"
import type { Caller } from "../testing.ts"
import type { InstrumentDetail } from "./schemas.ts"

/** Statements about a topic of the organization's own, a ranking and a text: no mission, no priorities, no "message". */
export const ownQuestions: Omit<Instrument, "id" | "version"> = {
  name: { en: "Calm", de: "Ruhe" },
  constructs: [
    { id: "calm", name: { en: "Calm", de: "Ruhe" }, about: {}, page: {} },
    { id: "giving", name: { en: "Giving calm", de: "Ruhe geben" }, about: {}, page: {} },
  ],
  questions: [
    {
      type: "likert",
      id: "calm-1",
      construct: "calm",
      text: { en: "I work in {peace} & <b>quiet</b>.", de: "Ich arbeite in Ruhe." },
      audience: "everyone",
    },
    {
      type: "likert",
      id: "calm-2",
      construct: "calm",
      text: { en: "I am interrupted all day.", de: "Ich werde ständig unterbrochen." },
      audience: "everyone",
      reverse: true,
    },
    {
      type: "likert",
      id: "giving-1",
      construct: "giving",
      text: { en: "I can give my team peace.", de: "Ich kann meinem Team Ruhe geben." },
      audience: "people-with-reports",
    },
    {
      type: "choice",
      id: "where",
      text: { en: "Where do you work?", de: "Wo arbeiten Sie?" },
      choices: [
        { id: "office", text: { en: "Office", de: "Büro" } },
        { id: "home", text: { en: "At home", de: "Zu Hause" } },
      ],
    },
    {
      type: "ranking",
      id: "helps",
      text: { en: "What helps?", de: "Was hilft?" },
      choices: [
        { id: "desk", text: { en: "A desk", de: "Ein Tisch" } },
        { id: "door", text: { en: "A door", de: "Eine Tür" } },
        { id: "plan", text: { en: "A plan", de: "Ein Plan" } },
      ],
      pick: 2,
      unless: { question: "where", choice: "home" },
    },
    {
      type: "text",
      id: "more",
      text: { en: "What else?", de: "Was noch?" },
      maxLength: 300,
      lines: 3,
    },
  ],
  pages: [
    { id: "place", title: { en: "Your place", de: "Ihr Platz" }, questions: ["where", "helps"] },
    { id: "more", title: { en: "In your words", de: "In Ihren Worten" }, questions: ["more"] },
  ],
  composites: [],
}

/** An own instrument with these questions, as a draft. */
export async function ownDraft(
  hr: Caller,
  body: Omit<Instrument, "id" | "version"> = ownQuestions,
): Promise<InstrumentDetail> {
  const created = await hr.call("POST", "/api/instruments", { from: null, name: "Calm" })
  const { id } = created.json as InstrumentDetail
  const saved = await hr.call("PUT", `/api/instruments/${id}`, {
    revision: 1,
    body: { ...body, id, version: 1 },
  })
  if (saved.status !== 200) throw new Error(`the draft was answered ${saved.status}`)
  return (await hr.call("GET", `/api/instruments/${id}`)).json as InstrumentDetail
}

/** The same, published as version 1. */
export async function ownVersion(
  hr: Caller,
  body: Omit<Instrument, "id" | "version"> = ownQuestions,
): Promise<{ id: string; version: number }> {
  const { id, revision } = await ownDraft(hr, body)
  const published = await hr.call("POST", `/api/instruments/${id}/versions`, { revision })
  if (published.status !== 201) throw new Error(`the version was answered ${published.status}`)
  return { id, version: 1 }
}
