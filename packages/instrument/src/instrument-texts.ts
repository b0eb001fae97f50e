import type { Instrument, Language, Wording } from "./instrument.ts"
import { isEmpty, pagesOf } from "./pages-of.ts"

/** A text that respondents read, and where it stands: "questions.3.choices.0.text". */
export interface PlacedText {
  path: string
  kind: "statement" | "question" | "choice" | "heading"
  wording: Wording
}

/** Every text of the instrument that respondents read, in the order of its lists. */
export function respondentsRead(instrument: Instrument): PlacedText[] {
  const asked = new Set(pagesOf(instrument).map(({ id }) => id))
  return [
    ...instrument.constructs.flatMap(({ id, name, page }, at): PlacedText[] => {
      if (!asked.has(id)) return []
      const [field, wording] = isEmpty(page) ? ["name", name] : ["page", page]
      return [{ path: `constructs.${at}.${field}`, kind: "heading", wording: wording as Wording }]
    }),
    ...instrument.questions.flatMap((question, at): PlacedText[] => [
      {
        path: `questions.${at}.text`,
        kind: question.type === "likert" ? "statement" : "question",
        wording: question.text,
      },
      ...("choices" in question
        ? question.choices.map(
            ({ text }, place): PlacedText => ({
              path: `questions.${at}.choices.${place}.text`,
              kind: "choice",
              wording: text,
            }),
          )
        : []),
    ]),
    ...instrument.pages.flatMap(({ id, title }, at): PlacedText[] =>
      asked.has(`page-${id}`) ? [{ path: `pages.${at}.title`, kind: "heading", wording: title }] : [],
    ),
  ]
}

/** What respondents would miss in that language. */
export function missingTexts(instrument: Instrument, language: Language): PlacedText[] {
  return respondentsRead(instrument).filter(({ wording }) => (wording[language] ?? "").trim() === "")
}
