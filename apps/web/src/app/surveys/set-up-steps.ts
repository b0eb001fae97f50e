import type { Cut, Language, Survey } from "../api.ts"
import { counted, listed } from "../format.ts"
import { zonedMoment } from "../zoned.ts"
import { languageNames } from "./language-names.ts"
import type { Settings, SettingsFaults } from "./settings.ts"
import { spreadText } from "./spread.ts"

export const stepIds = [
  "questionnaire",
  "languages",
  "who",
  "when",
  "protection",
  "reviewers",
  "keys",
  "mails",
  "test-mail",
  "announce",
  "works-council",
  "launch",
] as const
export type StepId = (typeof stepIds)[number]

/** done: nothing to do, perhaps by a default. needs: nothing can be launched before. optional: worth doing. */
export type StepState = "done" | "needs" | "optional"

export interface Step {
  id: StepId
  title: string
  state: StepState
  /** What is set now, in one line. */
  summary: string
  /** What is missing, each with where to mend it; empty unless the step needs somebody. */
  missing: Missing[]
}

export interface Missing {
  text: string
  /** A page, or "#when" for a step of this one. */
  href: string
}

export interface SetUpFacts {
  survey: Survey
  settings: Settings
  faults: SettingsFaults
  /** undefined while it is on its way. */
  cut: Cut | undefined
}

/** The checklist from top to bottom; the launch comes last and says all that is missing above it. */
export function setUpSteps(facts: SetUpFacts): Step[] {
  const steps = [
    questionnaireStep(facts),
    languagesStep(facts),
    whoStep(facts),
    whenStep(facts),
    protectionStep(facts),
    reviewersStep(facts),
    keysStep(facts),
    mailsStep(facts),
    testMailStep(facts),
    step(
      "announce",
      "Announce",
      "optional",
      "Texts to copy: people who heard of it before answer more often.",
    ),
    step(
      "works-council",
      "Works council",
      "optional",
      "A page to print or send, written from these settings.",
    ),
  ]
  const missing = steps.flatMap((one) => one.missing)
  return [...steps, launchStep(facts, missing)]
}

function step(
  id: StepId,
  title: string,
  state: Exclude<StepState, "needs">,
  summary: string,
  missing: Missing[] = [],
): Step {
  return { id, title, summary, missing, state: missing.length > 0 ? "needs" : state }
}

function questionnaireStep({ survey, faults }: SetUpFacts): Step {
  const { name, items, minutes } = survey.instrument
  const summary = `${name}: ${counted(items, "question", "questions")}, about ${counted(minutes, "minute", "minutes")}`
  const missing: Missing[] = []
  if (faults.name) missing.push({ text: faults.name, href: "#questionnaire" })
  if (!survey.ready.words)
    missing.push({ text: "Write down mission and priorities.", href: "/mission-and-priorities" })
  return step("questionnaire", "Questionnaire", "done", summary, missing)
}

/** Those of a survey in which its questionnaire is not complete. */
export function missingLanguages(survey: Survey, languages: readonly Language[]): Language[] {
  return languages.filter((language) => !survey.instrument.languages.includes(language))
}

function languagesStep({ survey, settings, faults }: SetUpFacts): Step {
  const missing = faults.languages ? [{ text: faults.languages, href: "#languages" }] : []
  const incomplete = missingLanguages(survey, settings.languages).map((language) => languageNames[language])
  if (incomplete.length > 0)
    missing.push({ text: `The questionnaire is not complete in ${listed(incomplete)}.`, href: "#languages" })
  const names = settings.languages.map((language) => languageNames[language])
  return step("languages", "Languages", "done", listed(names), missing)
}

function whoStep({ survey, cut }: SetUpFacts): Step {
  const missing: Missing[] = []
  if (!survey.ready.people) missing.push({ text: "Import the people.", href: "/people" })
  else if (cut?.refused)
    missing.push({
      text: `The audience has ${counted(cut.refused.people, "person", "people")}; at least ${cut.refused.minimum} are needed to keep anybody from being guessed.`,
      href: "#who",
    })
  const groups = cut?.refused === null ? ` in ${counted(cut.cohorts.length, "group", "groups")}` : ""
  const unreached =
    cut && cut.noEmail > 0 ? `; ${counted(cut.noEmail, "of them gets", "of them get")} a printed letter` : ""
  const summary = survey.ready.people
    ? `${counted(survey.invited, "person", "people")}${groups}${unreached}`
    : "Nobody is imported yet"
  return step("who", "Who is asked", "done", summary, missing)
}

function whenStep({ survey, settings, faults }: SetUpFacts): Step {
  const missing = [faults.launchAt, faults.closesAt]
    .filter((fault) => fault !== undefined)
    .map((text) => ({ text, href: "#when" }))
  const opens =
    settings.launchAt === null
      ? "Opens when you launch it"
      : `${survey.scheduled ? "Opens by itself" : "Is to open"} ${zonedMoment(settings.launchAt, survey.timeZone)}`
  const closes = `closes ${zonedMoment(settings.closesAt, survey.timeZone)}`
  const title = "When"
  return step("when", title, "done", `${opens}, ${closes}`, missing)
}

function protectionStep({ settings }: SetUpFacts): Step {
  return step("protection", "Protection", "done", `Nothing is ever shown of fewer than ${settings.k} people`)
}

/** Three people hold the key between them: each of them has to have tried their share. */
function trusteesStep({ trustees }: Survey): Step {
  const waiting = trustees.filter(({ hasTried }) => !hasTried).map(({ name }) => name)
  const missing = waiting.map((name) => ({
    text: `${name} has not tried their share of the key yet.`,
    href: "#keys",
  }))
  const summary =
    waiting.length === 0
      ? "Three trustees hold the key, and all have tried"
      : `Waiting for ${listed(waiting)}`
  return step("keys", "Keys", "done", summary, missing)
}

function keysStep({ survey }: SetUpFacts): Step {
  if (survey.sealing === "trustees") return trusteesStep(survey)
  const { takenAt, triedAt } = survey.recovery
  const title = "Keys and recovery"
  if (triedAt !== null)
    return step(
      "keys",
      title,
      "done",
      `Three people keep a share of the key; two were checked ${zonedMoment(triedAt, survey.timeZone)}`,
    )
  const [summary, text] =
    takenAt === null
      ? [
          "Three people each keep a share of the key, in case the server loses it",
          "Make the three shares of the key, hand them over, and check that two of them work.",
        ]
      : [
          `Three shares of the key, made ${zonedMoment(takenAt, survey.timeZone)}, not checked yet`,
          "Put in two of the three shares of the key, to check that they work.",
        ]
  return step("keys", title, "done", summary, [{ text, href: "#keys" }])
}

function reviewersStep({ survey }: SetUpFacts): Step {
  return survey.reviewers.length === 0
    ? step("reviewers", "Comments", "optional", "Nobody is named: what people write stays closed for good")
    : step(
        "reviewers",
        "Comments",
        "done",
        `${listed(survey.reviewers)} read all and choose what is passed on`,
      )
}

function mailsStep({ settings }: SetUpFacts): Step {
  const reminders = settings.reminders.days.length
  const spread = spreadText(settings.mailSpreadMinutes)
  return step(
    "mails",
    "Mails",
    "done",
    `The invitation, sent ${spread}, and ${reminders > 0 ? counted(reminders, "reminder", "reminders") : "no reminder"}`,
  )
}

function testMailStep({ survey }: SetUpFacts): Step {
  return survey.testedAt === null
    ? step(
        "test-mail",
        "Test mail",
        "optional",
        "See the invitation in your own mailbox before anybody else does.",
      )
    : step("test-mail", "Test mail", "done", `Sent to you ${zonedMoment(survey.testedAt, survey.timeZone)}`)
}

function launchStep({ survey, settings }: SetUpFacts, missing: Missing[]): Step {
  const summary = survey.scheduled
    ? `Launches by itself ${zonedMoment(survey.launchAt, survey.timeZone)}`
    : missing.length > 0
      ? counted(missing.length, "thing is missing", "things are missing")
      : settings.launchAt === null
        ? "Everything is ready. Nobody gets a mail before you launch."
        : "Everything is ready to be scheduled."
  const fault = survey.launchFault
    ? [{ text: `It was not launched as scheduled: ${survey.launchFault}`, href: "#launch" }]
    : []
  return {
    ...step("launch", "Launch", survey.scheduled ? "done" : "optional", summary, missing),
    ...(fault.length > 0 && missing.length === 0 ? { state: "needs" as const, missing: fault } : {}),
  }
}
