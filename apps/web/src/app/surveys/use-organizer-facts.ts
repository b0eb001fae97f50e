import { useQuery } from "@tanstack/react-query"
import type { Instrument } from "@throughline/instrument"
import { api, type Survey } from "../api.ts"

/** What texts about a survey need beyond its settings. */
export interface OrganizerFacts {
  organization: string
  instrument: Instrument
}

/** The instrument of a launched survey is a published version too, so it is the one that was frozen. */
export function useOrganizerFacts(survey: Survey) {
  const { id, version } = survey.instrument
  return useQuery({
    queryKey: ["survey", survey.id, "organizer-facts", id, version],
    queryFn: async (): Promise<OrganizerFacts> => {
      const [organization, published] = await Promise.all([
        api.organization(),
        api.instrumentVersion(id, version),
      ])
      return { organization: organization.name, instrument: published.body }
    },
  })
}
