/** What is needed of a survey to tell which questionnaire it asks. */
interface Asking {
  name: string
  instrument?: { id: string; version: number }
}

/** Names of the surveys that ask that questionnaire, or that version of it. */
export function surveysOf(surveys: readonly Asking[], id: string, version?: number): string[] {
  return surveys
    .filter(
      ({ instrument }) => instrument?.id === id && (version === undefined || instrument.version === version),
    )
    .map(({ name }) => name)
}
