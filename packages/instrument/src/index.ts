export { alignmentCore } from "./alignment-core.ts"
export { type Answers, answersSchema, maximumAnswerBytes } from "./answers.ts"
export { answersFromSurveyJs } from "./answers-from-surveyjs.ts"
export { askedOf } from "./asked-of.ts"
export {
  type AttributeColumn,
  type AttributeValue,
  attributeAnswers,
  attributeChoices,
  attributeColumns,
  attributeLabel,
  withAttribute,
} from "./attribute.ts"
export { checkInstrument, type InstrumentFault } from "./check-instrument.ts"
export { type ItemColumns, toColumns } from "./columns.ts"
export { asksEngagement, withEngagement } from "./engagement.ts"
export {
  type Audience,
  asksForWords,
  type Choice,
  type Composite,
  type Construct,
  type ConstructId,
  type Instrument,
  type Language,
  type LikertItem,
  type Localized,
  languageNames,
  languages,
  type Page,
  type Question,
  type Unless,
  type Wording,
  word,
} from "./instrument.ts"
export { instrumentSchema, LIMITS } from "./instrument-schema.ts"
export { languagesOf } from "./languages-of.ts"
export { type MeasureSpec, measures } from "./measures.ts"
export { minutesOf } from "./minutes-of.ts"
export { type OptionQuestion, objectives, optionQuestions } from "./objectives.ts"
export { type AskedPage, pagesOf } from "./pages-of.ts"
export { freezeQuestionnaire, type Key, type Option, type Questionnaire } from "./questionnaire.ts"
export { readyMade } from "./ready-made.ts"
export { toSurveyJs } from "./surveyjs.ts"
export { fromSurveyJson, type ReadSurvey } from "./surveyjs-json/from-survey-json.ts"
export { toSurveyJson } from "./surveyjs-json/to-survey-json.ts"
export type {
  Announcement,
  AnnouncementFacts,
  Asked,
  InvitationFacts,
  LetterFacts,
  LetterTexts,
  MailTexts,
  Notice,
  PromiseFacts,
  PromiseTexts,
  ReminderFacts,
  ThanksFacts,
  WorksCouncilFacts,
  WorksCouncilPage,
  WorksCouncilSection,
} from "./texts/facts.ts"
export type { HowTexts } from "./texts/how-texts.ts"
export { namesIn } from "./texts/lists.ts"
export { formatMoment } from "./texts/moment.ts"
export { oneLine } from "./texts/names.ts"
export { type OrganizerTexts, organizerTexts } from "./texts/organizer-texts.ts"
export type { PageTexts } from "./texts/page-texts.ts"
export { type QuestionTexts, questionTexts, type RankingTexts } from "./texts/question-texts.ts"
export { type RespondentTexts, respondentTexts } from "./texts/respondent-texts.ts"
export { checkWords, type StrategyWords, type WordsFault } from "./words.ts"
