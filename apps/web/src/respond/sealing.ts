/** The part that knows the ballot box: fetched while the promise is being read, much smaller than the questions. */
export { manifestHash, sixWords } from "@throughline/ballot"
export { checkPromise } from "./check-promise.ts"
export { send } from "./send.ts"
