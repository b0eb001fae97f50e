import type { Language } from "../instrument.ts"
import { mails as ar } from "./ar/mails.ts"
import { page as arPage } from "./ar/page.ts"
import { mails as de } from "./de/mails.ts"
import { page as dePage } from "./de/page.ts"
import { mails as en } from "./en/mails.ts"
import { page as enPage } from "./en/page.ts"
import { mails as es } from "./es/mails.ts"
import { page as esPage } from "./es/page.ts"
import { mails as fr } from "./fr/mails.ts"
import { page as frPage } from "./fr/page.ts"
import type { Mails } from "./mails.ts"
import type { PageTexts } from "./page-texts.ts"
import { type QuestionTexts, questionTexts } from "./question-texts.ts"
import { mails as tr } from "./tr/mails.ts"
import { page as trPage } from "./tr/page.ts"

/** Everything a respondent reads that is no question. */
export type RespondentTexts = PageTexts & Mails & { questions: QuestionTexts }

const texts: Record<Language, PageTexts & Mails> = {
  en: { ...enPage, ...en },
  de: { ...dePage, ...de },
  fr: { ...frPage, ...fr },
  es: { ...esPage, ...es },
  tr: { ...trPage, ...tr },
  ar: { ...arPage, ...ar },
}

/** All of it at once, for the server. The respondent's browser loads the texts of its own language only. */
export function respondentTexts(language: Language): RespondentTexts {
  return { ...texts[language], questions: questionTexts(language) }
}
