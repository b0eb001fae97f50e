import { useQuery } from "@tanstack/react-query"
import type { Instrument } from "@throughline/instrument"
import { api, type Survey } from "../api.ts"

/** What texts about a survey need beyond its settings. */
export interface OrganizerFacts {
  organization: string
  instrument: Instrument
  /** People without a mail address get a letter with a code. */
  letters: boolean
}

/** The instrument of a launched survey is a published version too, so it is the one that was frozen. */
export function useOrganizerFacts(survey: Survey) {
  const { id, version } = survey.instrument
  return useQuery({
    queryKey: ["survey", survey.id, "organizer-facts", id, version, survey.state],
    queryFn: async (): Promise<OrganizerFacts> => {
      const [organization, published, unreached] = await Promise.all([
        api.organization(),
        api.instrumentVersion(id, version),
        survey.state === "draft"
          ? api.cut(survey.id).then(({ noEmail }) => noEmail)
          : api.surveyMails(survey.id).then(({ invitations }) => invitations.none),
      ])
      return { organization: organization.name, instrument: published.body, letters: unreached > 0 }
    },
  })
}
