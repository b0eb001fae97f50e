import { alignmentCore } from "../alignment-core.ts"
import type { Language } from "../instrument.ts"
import { leadershipTeam } from "../leadership-team.ts"
import { pulse } from "../pulse.ts"
import { how as ar } from "./ar/how.ts"
import { how as de } from "./de/how.ts"
import { how as en } from "./en/how.ts"
import { how as es } from "./es/how.ts"
import { how as fr } from "./fr/how.ts"
import type { HowTexts } from "./how-texts.ts"
import { organizerTexts } from "./organizer-texts.ts"
import { respondentTexts } from "./respondent-texts.ts"
import { how as tr } from "./tr/how.ts"

/** Facts of one survey from which everything can be written. */
export const facts = {
  closesAt: "2026-12-01T18:00:00+03:00",
  opensAt: "2026-11-17T09:00:00+03:00",
  timeZone: "Asia/Riyadh",
  organization: "Valley Water",
  survey: "Direction 2026",
  name: "Ada Okafor" as string | null,
  link: "https://survey.example/s/abc",
  stopLink: "https://survey.example/r/def" as string | null,
  address: "survey.example/code",
  code: "7K3M 9QWX 2B4T",
  words: ["acid", "lunar", "ozone", "ramp", "sun", "tattoo"],
  reviewers: ["Mia Berg"],
  trustees: [] as string[],
  k: 7,
  invitedInGroup: 24,
  minutes: 6,
  direction: true,
  recognition: true,
  ownWords: true,
  last: false,
  test: false,
  languages: ["en", "de", "fr", "es", "tr", "ar"] as Language[],
  topics: ["Alpha", "Beta"],
  questions: 35,
  invited: 311 as number | null,
  departments: null as string[] | null,
  layers: null as number | null,
  reminders: [7, 3, 1],
  printedCodes: true,
}
export type Facts = typeof facts

/** Every text of a language with its path, as "promise.points.1.title". */
export function everyText(language: Language, given: Facts = facts): Map<string, string> {
  const texts = respondentTexts(language)
  const { ranking, ...questions } = texts.questions
  const organizer = organizerTexts(language)
  const { states, code, reminders, buttons, busy, sharedComputer, nothingAnswered } = texts
  return flat({
    windowTitle: texts.windowTitle,
    promise: texts.promise(given),
    trusted: texts.promise({ ...given, reviewers: [], trustees: ["Mia Berg", "Noor Haddad", "Ivo Lang"] }),
    comments: texts.comments,
    progress: texts.progress(3, 11),
    draftKept: texts.draftKept,
    thanks: texts.thanks(given),
    states: {
      ...states,
      answered: states.answered(given),
      closed: states.closed(given),
      withdrawn: states.withdrawn(given),
    },
    ...{
      sixWords: { ...texts.sixWords, group: texts.sixWords.group(3) },
      withdraw: texts.withdraw,
      decline: texts.decline,
      why: texts.how,
    },
    kept: texts.keptAfterSending(true),
    keptNothing: texts.keptAfterSending(false),
    how: howOf(language),
    questions: { ...questions, pickUpTo: questions.pickUpTo(3) },
    ranking: {
      ...{ prompt: ranking.prompt(3), give: ranking.give("Alpha", 2), full: ranking.full("Alpha", 3) },
      ...{ ranked: ranking.ranked("Alpha", 2), up: ranking.up("Alpha"), down: ranking.down("Alpha") },
      ...{ remove: ranking.remove("Alpha"), chosen: ranking.chosen(2, 3) },
      ...{ placed: ranking.said.placed("Alpha", 2), moved: ranking.said.moved("Alpha", 2) },
      ...{ removed: ranking.said.removed("Alpha") },
    },
    ...{ code, reminders, buttons, busy, sharedComputer, nothingAnswered },
    invitation: texts.invitation(given),
    testInvitation: texts.invitation({ ...given, test: true }),
    reminder: texts.reminder(given),
    lastReminder: texts.reminder({ ...given, last: true }),
    letter: texts.letter(given),
    announcements: organizer.announcements(given).map(({ id, ...texts }) => texts),
    worksCouncil: organizer.worksCouncil(given),
  })
}

/** What is explained to those who ask how they know. */
const hows: Record<Language, HowTexts> = { en, de, fr, es, tr, ar }

function howOf(language: Language) {
  const { requests, receipt, survey, ...how } = hows[language]
  return {
    ...how,
    requests: { ...requests, labels: { ...requests.labels, sealed: requests.labels.sealed(7) } },
    receipt: { ...receipt, found: receipt.found(7), missing: receipt.missing(7) },
    survey: { ...survey, byTrustees: survey.byTrustees("Noor Haddad") },
  }
}

/** Every text of our own instruments in a language, with its path. */
export function everyItem(language: Language): Map<string, string> {
  const found = new Map<string, string>()
  const seek = (value: unknown, path: string) => {
    if (typeof value !== "object" || value === null) return
    if ("en" in value && language in value) found.set(path, (value as Record<string, string>)[language] ?? "")
    else for (const [key, inner] of Object.entries(value)) seek(inner, `${path}.${key}`)
  }
  for (const instrument of [alignmentCore, pulse, leadershipTeam]) seek(instrument, instrument.id)
  return found
}

/** Without the marks that keep names apart from the sentence around them. */
export const plain = (text: string) => text.replace(/[\u2068\u2069]/gu, "")

function flat(value: unknown, path = "", found = new Map<string, string>()): Map<string, string> {
  if (typeof value === "string") found.set(path, value)
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) flat(inner, path === "" ? key : `${path}.${key}`, found)
  return found
}
