import type { Language, Questionnaire } from "@throughline/instrument"

/** What HR's page asks the preview in its frame to show. */
export interface PreviewRequest {
  kind: "throughline:preview"
  questionnaire: Questionnaire
  language: Language
  /** Question that is being worked on: its page is shown, with it in sight. */
  question: string | undefined
}

/** What the frame says once it can show something. */
export const READY = "throughline:preview-ready"
