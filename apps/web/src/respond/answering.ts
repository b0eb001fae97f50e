/** The large part of the page (SurveyJS with React, zod, the seal), fetched as one while the promise is being read. */
export { showQuestions } from "./questionnaire.tsx"
export { keepsPromise, send } from "./send.ts"
