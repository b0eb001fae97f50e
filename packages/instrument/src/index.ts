export { alignmentCore } from "./alignment-core.ts"
export { type Answers, answersSchema, maximumAnswerBytes } from "./answers.ts"
export { type ItemColumns, toColumns } from "./columns.ts"
export { fromSurveyJs } from "./from-surveyjs.ts"
export type {
  Composite,
  Construct,
  ConstructId,
  Instrument,
  Language,
  Localized,
  Question,
} from "./instrument.ts"
export { languageNames, languages } from "./instrument.ts"
export { type MeasureSpec, measures } from "./measures.ts"
export { freezeQuestionnaire, type Key, type Option, type Questionnaire } from "./questionnaire.ts"
export { toSurveyJs } from "./surveyjs.ts"
export { formatMoment } from "./texts/moment.ts"
export {
  type InvitationFacts,
  type MailTexts,
  type Notice,
  type PromiseFacts,
  type PromiseTexts,
  type RespondentTexts,
  respondentTexts,
  type ThanksFacts,
} from "./texts/respondent-texts.ts"
export { checkWords, type StrategyWords, type WordsFault } from "./words.ts"
