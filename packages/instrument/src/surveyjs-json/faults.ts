/** One property that cannot be taken over: where it stands ("pages.0.elements.2"), its name, what to do instead. */
export interface SurveyJsFault {
  path: string
  property: string
  message: string
}

/** Collects what is wrong (`faults`) and what is fine but not taken over (`notes`) while a survey is read. */
export interface Findings {
  faults: SurveyJsFault[]
  notes: SurveyJsFault[]
}

/** More than anybody would read. */
export const MOST_FAULTS = 200
