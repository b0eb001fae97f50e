/** A name that comes from a file, on one line: a line break in it could end a subject, a control turn a sentence round. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
}

/** First strong isolate … pop: a name in another script must not drag the punctuation around it along. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** For languages written from left to right: isolated only where it is needed, or the words that stand in for no name. */
export function nameIn(text: string, instead: string): string {
  const name = oneLine(text)
  if (name === "") return instead
  return RIGHT_TO_LEFT.test(name) ? isolate(name) : name
}
