/**
 * A text as SurveyJS shall show it: letter by letter. SurveyJS puts answers in the place of `{name}` in every title,
 * description and choice, and has no switch for it. A word joiner, which nobody sees and no screen reader says, behind
 * each brace makes the name one that no question can have. (Markdown and HTML are plain text to SurveyJS as long as
 * nobody listens to `onTextMarkdown`.)
 */
export function literal(text: string): string {
  return text.replaceAll("{", `{${WORD_JOINER}`)
}

export const WORD_JOINER = "\u2060"
