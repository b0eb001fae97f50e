import {
  type AnnouncementFacts,
  askedOf,
  type Language,
  type WorksCouncilFacts,
  word,
} from "@throughline/instrument"
import type { Survey } from "../api.ts"
import type { OrganizerFacts } from "./use-organizer-facts.ts"

/** A survey's settings as the texts for HR's own channels want them. */
export function announcementFacts(survey: Survey, known: OrganizerFacts): AnnouncementFacts {
  const { instrument } = known
  return {
    organization: known.organization,
    survey: survey.name,
    k: survey.k,
    opensAt: survey.launchedAt ?? survey.launchAt,
    closesAt: survey.closesAt ?? "",
    timeZone: survey.timeZone,
    languages: survey.languages,
    ...askedOf(instrument),
  }
}

/** The same for the works council, which wants to know all of them. */
export function worksCouncilFacts(
  survey: Survey,
  known: OrganizerFacts,
  language: Language,
): WorksCouncilFacts {
  const { instrument } = known
  return {
    ...announcementFacts(survey, known),
    topics: instrument.constructs.map(({ name }) => word(name, language)),
    questions: instrument.questions.length,
    invited: survey.ready.people || survey.invited > 0 ? survey.invited : null,
    departments: survey.audience.departments,
    layers: survey.audience.layers,
    reminders: survey.reminders.days,
    reviewers: survey.reviewers,
    printedCodes: known.letters,
  }
}
