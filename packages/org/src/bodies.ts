import { plainText } from "./plain-text.ts"

const BODY =
  /\b(board|directors|trustees|shareholders|owners|council|committee|supervisory|vorstand|aufsichtsrat|gesellschafter(versammlung)?|beirat|verwaltungsrat|conseil|actionnaires|consejo|junta|accionistas|kurulu?|ortaklar)\b|مجلس|المساهم/

/** A manager who is no person: “Board of Directors”. The cell of the head should be empty. */
export function isBody(text: string): boolean {
  return text.length < 300 && BODY.test(plainText(text))
}
