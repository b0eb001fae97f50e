import type { Organization, PeopleStored, SurveySummary } from "../api.ts"
import { counted } from "../format.ts"
import { zonedMoment } from "../zoned.ts"

export interface FirstStep {
  title: string
  text: string
  done: boolean
  action: { label: string; href: string } | null
}

/** The four steps from nothing to the first results; the first that is not done is the next. */
export function firstSteps(
  people: PeopleStored,
  organization: Organization,
  surveys: readonly SurveySummary[],
): FirstStep[] {
  const open = surveys.find((survey) => survey.state === "open" || survey.state === "closing")
  const draft = surveys.find((survey) => survey.state === "draft")
  const launched = surveys.find((survey) => survey.state !== "draft")
  const scheduled = surveys.find((survey) => survey.scheduled)
  const tooFew = surveys.find((survey) => survey.outcome === "too-few")
  // Neither goes out without the words when its questionnaire asks for them.
  const without = organization.words === null ? (launched ?? scheduled) : undefined
  return [
    {
      title: "Bring your people in",
      text:
        people.people.length > 0
          ? `${counted(people.people.length, "person", "people")} imported.`
          : "One Excel or CSV file with a row a person and a column that says who manages whom.",
      done: people.people.length > 0,
      action: { label: people.people.length > 0 ? "Look at them" : "Import people", href: "/people" },
    },
    {
      title: "Write down mission and priorities",
      text: organization.words
        ? "Mission, vision and three priorities are written down."
        : without
          ? `The questionnaire of “${without.name}” does not ask for them.`
          : "Only if your questionnaire asks for them, as ours do: your own words, and others that sound alike, so that knowing can be told from claiming to know.",
      done: organization.words !== null || without !== undefined,
      action: {
        label: organization.words ? "Read them" : "Write them down",
        href: "/mission-and-priorities",
      },
    },
    {
      title: "Launch a survey",
      text: launched
        ? `“${launched.name}” has been launched.`
        : scheduled
          ? `“${scheduled.name}” launches by itself ${zonedMoment(scheduled.launchAt, organization.timeZone)}.`
          : "Ten short steps with a sensible start each: who is asked, when, under which promise. Nobody gets a mail before you launch.",
      done: launched !== undefined,
      action: {
        label: launched ? "See how it is going" : draft ? `Go on with “${draft.name}”` : "Set up a survey",
        href: launched ? `/surveys/${launched.id}` : draft ? `/surveys/${draft.id}` : "/surveys",
      },
    },
    {
      title: "Read the results",
      text: open
        ? `They come when “${open.name}” closes: ${zonedMoment(open.closesAt, organization.timeZone)}. Until then every answer stays sealed.`
        : tooFew
          ? `Too few answered “${tooFew.name}”, so nothing is shown. Launch another survey, for more people or for longer.`
          : "They come once, when the survey closes.",
      done: false,
      action: tooFew && !open ? { label: "Go to Surveys", href: "/surveys" } : null,
    },
  ]
}

// By the number of steps done; the last is done when there are results, and then Home shows these.
const headlines = [
  "Four steps to your first results",
  "One of four steps done",
  "Two of four steps done",
  "Three of four steps done",
]

/** How many of the four are done, in whatever order. */
export function stepsHeadline(steps: readonly FirstStep[]): string {
  return headlines[steps.filter(({ done }) => done).length] ?? ""
}
