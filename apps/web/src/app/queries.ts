import { QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { api, type Language, type LinkedPair, type MailKind, type SampleKind } from "./api.ts"
import { isFailure } from "./failure.ts"

/** Only a lost connection is worth trying again by itself; an answer with a code stays the same. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (times, error) => times < 2 && isFailure(error) && error.code === "connection.lost",
      },
    },
  })
}

export const useSession = () =>
  useQuery({
    queryKey: ["session"],
    staleTime: 300_000,
    queryFn: () =>
      api.session().catch((error: unknown) => {
        if (isFailure(error) && error.code === "session.none") return null
        throw error
      }),
  })

/** null outside the demo, where there is no such address; any other failure is one, and is asked again. */
export const useDemo = () =>
  useQuery({
    queryKey: ["demo"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      api.demo().catch((error: unknown) => {
        if (isFailure(error) && error.code === "route.unknown") return null
        throw error
      }),
  })

export const useOutbox = (q: string, kind: MailKind | "") =>
  useQuery({ queryKey: ["outbox", q, kind], queryFn: () => api.outbox(q, kind) })
export const useMail = () => useQuery({ queryKey: ["mail"], queryFn: api.mail })
// Asks DNS and the mail server: once a visit is enough, and again at a press of its button.
export const useMailCheck = () =>
  useQuery({ queryKey: ["mail-check"], queryFn: api.mailCheck, staleTime: 600_000 })
export const useMailPreview = (survey: string, kind: SampleKind, language: Language) =>
  useQuery({
    queryKey: ["survey", survey, "mail", kind, language],
    queryFn: () => api.mailPreview(survey, kind, language),
    placeholderData: (before) => before,
  })
export const useLetterPlan = (id: string) =>
  useQuery({ queryKey: ["survey", id, "letters"], queryFn: () => api.letterPlan(id) })
export const useOrganization = () => useQuery({ queryKey: ["organization"], queryFn: api.organization })
export const usePeople = () => useQuery({ queryKey: ["people"], queryFn: api.people })
export const useDrivers = () => useQuery({ queryKey: ["drivers"], queryFn: api.drivers })
export const useDriver = (id: string) =>
  useQuery({ queryKey: ["drivers", id], queryFn: () => api.driver(id) })
export const usePublished = () => useQuery({ queryKey: ["published"], queryFn: api.published })
// A table never changes: it is taken away and added again.
export const usePublishedTable = (id: string | undefined) =>
  useQuery({
    queryKey: ["published", id],
    queryFn: () => api.publishedTable(id ?? ""),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
export const usePublishedQuestion = (id: string, number: number) =>
  useQuery({
    queryKey: ["published", id, number],
    queryFn: () => api.publishedQuestion(id, number),
    enabled: number > 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
export const useInstruments = () => useQuery({ queryKey: ["instruments"], queryFn: api.instruments })
export const useInstrument = (id: string) =>
  useQuery({ queryKey: ["instrument", id], queryFn: () => api.instrument(id) })
// A published version never changes. Version 0 is none.
export const useInstrumentVersion = (id: string, version: number) =>
  useQuery({
    queryKey: ["instrument-version", id, version],
    queryFn: () => api.instrumentVersion(id, version),
    enabled: version > 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
export const usePeopleImports = () =>
  useQuery({ queryKey: ["people", "imports"], queryFn: api.peopleImports })
export const useMembers = () => useQuery({ queryKey: ["members"], queryFn: api.members })
export const useLeaders = (q: string, enabled: boolean) =>
  useQuery({
    queryKey: ["leaders", q],
    queryFn: () => api.leaders(q),
    enabled,
    placeholderData: (before) => before,
  })
/** Surveys the signed-in role can look at; HR's own list of surveys is another. */
export const useResults = () => useQuery({ queryKey: ["results"], queryFn: api.results })
export const useOwnProgress = (id: string) =>
  useQuery({ queryKey: ["results", id, "progress"], queryFn: () => api.ownProgress(id) })
export const useSurveys = () => useQuery({ queryKey: ["surveys"], queryFn: api.surveys })

export const useSurvey = (id: string) =>
  useQuery({
    queryKey: ["survey", id],
    queryFn: () => api.survey(id),
    // A survey that is being closed changes by itself.
    refetchInterval: (query) => (query.state.data?.state === "closing" ? 2000 : false),
  })

export const useCut = (id: string) =>
  useQuery({ queryKey: ["survey", id, "cut"], queryFn: () => api.cut(id) })
/** asked: which questionnaire the survey names; another one is another preview. */
export const usePreview = (id: string, enabled: boolean, asked: { id: string; version: number }) =>
  useQuery({
    queryKey: ["survey", id, "preview", asked.id, asked.version],
    queryFn: () => api.preview(id),
    enabled,
  })
/** Trustees act elsewhere: where they stand is looked at again while somebody looks. */
export const useTrustees = (id: string) =>
  useQuery({
    queryKey: ["survey", id, "trustees"],
    queryFn: () => api.trustees(id),
    refetchInterval: 10_000,
  })
export const useParticipation = (id: string, enabled = true) =>
  useQuery({
    queryKey: ["survey", id, "participation"],
    queryFn: () => api.participation(id),
    enabled,
    refetchInterval: 60_000,
  })
export const useSurveyMails = (id: string) =>
  useQuery({
    queryKey: ["survey", id, "mails"],
    queryFn: () => api.surveyMails(id),
    refetchInterval: (query) => ((query.state.data?.invitations.queued ?? 0) > 0 ? 3000 : 60_000),
  })
// A release never changes once it is there.
export const releaseQuery = (id: string | undefined) => ({
  queryKey: ["release", id],
  queryFn: () => api.release(id ?? "", "items"),
  staleTime: Number.POSITIVE_INFINITY,
})
/** The whole and its layers, without the units. */
export const outlineQuery = (id: string | undefined) => ({
  queryKey: ["release", id, "outline"],
  queryFn: () => api.release(id ?? "", "units"),
  staleTime: Number.POSITIVE_INFINITY,
})
export const useRelease = (id: string | undefined) =>
  useQuery({ ...releaseQuery(id), enabled: id !== undefined })
export const useOutline = (id: string) => useQuery(outlineQuery(id))
// What is worked out of a release changes no more than the release does.
export const useKnowing = (id: string) =>
  useQuery({
    queryKey: ["release", id, "knowing"],
    queryFn: () => api.knowing(id),
    staleTime: Number.POSITIVE_INFINITY,
  })
export const useAcross = (id: string) =>
  useQuery({
    queryKey: ["release", id, "across"],
    queryFn: () => api.across(id),
    staleTime: Number.POSITIVE_INFINITY,
  })
export const useEngagement = (id: string) =>
  useQuery({
    queryKey: ["release", id, "engagement"],
    queryFn: () => api.engagement(id),
    staleTime: Number.POSITIVE_INFINITY,
  })
// KPIs may be corrected at any time, by a nightly push as well: these are read again.
export const useLinks = (id: string) => useQuery({ queryKey: ["links", id], queryFn: () => api.links(id) })
export const useLinkPoints = (id: string, pair: LinkedPair) =>
  useQuery({
    queryKey: ["links", id, pair.construct, pair.kpi, pair.lag],
    queryFn: () => api.linkPoints(id, pair),
  })
export const useUnitProfile = (survey: string, group: string) =>
  useQuery({ queryKey: ["unit-profile", survey, group], queryFn: () => api.unitProfile(survey, group) })

export const useKpis = () => useQuery({ queryKey: ["kpis"], queryFn: api.kpis })
export const useKpiValues = (id: string) =>
  useQuery({ queryKey: ["kpis", id, "values"], queryFn: () => api.kpiValues(id) })
export const useKpiChanges = (id: string) =>
  useQuery({ queryKey: ["kpis", id, "changes"], queryFn: () => api.kpiChanges(id) })
export const useKpiUnits = () => useQuery({ queryKey: ["kpis", "units"], queryFn: api.kpiUnits })
export const useApiKeys = () => useQuery({ queryKey: ["api-keys"], queryFn: api.apiKeys })

/**
 * The release; where the outline will do to begin with, first that, so that the first picture does not wait for all
 * units. The release is asked for when that picture is there, or the outline could not be had.
 */
export function useOutlineFirst(id: string | undefined, willDo: boolean) {
  const queries = useQueryClient()
  const first = willDo && queries.getQueryData(releaseQuery(id).queryKey) === undefined
  const outline = useQuery({ ...outlineQuery(id), enabled: id !== undefined && first })
  const release = useQuery({
    ...releaseQuery(id),
    enabled: id !== undefined && !(first && outline.isPending),
  })
  const isOutline = first && release.data === undefined && release.error === null && !outline.isError
  return { query: isOutline ? outline : release, isOutline }
}
/** Fetched when somebody looks at a construct or one of its questions; undefined: nobody does. */
export const useReleaseItems = (id: string, construct: string | undefined) =>
  useQuery({
    queryKey: ["release", id, "items", construct],
    queryFn: () => api.releaseItems(id, construct ?? ""),
    enabled: construct !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useReviewers = (id: string) =>
  useQuery({ queryKey: ["survey", id, "reviewers"], queryFn: () => api.reviewers(id) })
// What could be asked depends on who is invited, which another step may have changed.
export const useAttribute = (id: string) =>
  useQuery({
    queryKey: ["survey", id, "attribute"],
    queryFn: () => api.attribute(id),
    refetchOnMount: "always",
  })
export const useReviewViews = (id: string) =>
  useQuery({ queryKey: ["survey", id, "review-views"], queryFn: () => api.reviewViews(id) })
/** Where the coding stands; looked at again while the page is open, since the other coder works on it too. */
export const useCoding = (id: string) =>
  useQuery({ queryKey: ["coding", id], queryFn: () => api.coding(id), refetchInterval: 15_000 })

// Each time it is asked a look is noted: once when the page is opened, and never by itself.
export const useComments = (id: string) =>
  useQuery({
    queryKey: ["comments", id],
    queryFn: () => api.comments(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** Something done on the server, after which everything that was read is read again. */
export function useDeed<Input, Output>(
  work: (input: Input) => Promise<Output>,
  done?: (output: Output) => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSuccess: async (output) => {
      await queries.invalidateQueries()
      done?.(output)
    },
  })
}

/**
 * Agrees to an early close, or closes again what has begun. A close that failed may have stopped the survey all the
 * same: where it stands is read again either way.
 */
export function useClose(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (how: "agree" | "again") => (how === "agree" ? api.agreeToEarlyClose(id) : api.close(id)),
    onSettled: () => queries.invalidateQueries(),
  })
}
