import type { Range } from "./redact.ts"

/** A part of a comment that may point to a person, for the reviewer to look at. */
export interface Hint extends Range {
  kind: "mail" | "phone" | "name"
}

const MAIL = /[\p{L}\p{N}._%+-]{1,64}\s?@\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu
/** Seven digits or more (of any script), with what people write between them. */
const PHONE = /(?:\+|\(\+?)?\p{Nd}(?:[\s()./-]{0,3}\p{Nd}){6,}/gu
const WORD = /[\p{L}\p{M}]+/gu
/** Written without spaces between words: names are looked for at every character. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}/gu

/** Finds names of a list in texts; what it hands out are places, never the list. */
export interface NameFinder {
  words: ReadonlySet<string>
  unspaced: ReadonlySet<string>
}

export function nameFinder(names: readonly string[]): NameFinder {
  const words = new Set<string>()
  const unspaced = new Set<string>()
  for (const name of names) {
    const plain = name.normalize("NFC")
    for (const [run] of plain.matchAll(UNSPACED)) unspaced.add(run)
    for (const [word] of plain.matchAll(WORD)) if (word.length >= 2) words.add(folded(word))
  }
  return { words, unspaced }
}

/**
 * Where a comment names a mail address, a telephone number or somebody of the list. A word counts as a name when it is
 * written with a capital, or is too long to be a common word by chance; rather one hint too many than one too few.
 */
export function hintsOf(text: string, names: NameFinder): Hint[] {
  const mails = places(text, MAIL, "mail")
  const hints = [...mails, ...places(text, PHONE, "phone").filter((hint) => !overlaps(hint, mails))]
  for (const match of text.matchAll(WORD)) {
    const [word] = match
    const hint: Hint = { from: match.index, to: match.index + word.length, kind: "name" }
    const isWritten = !/^\p{Ll}/u.test(word) || word.length >= 5
    if (isWritten && isName(word, names.words) && !overlaps(hint, hints)) hints.push(hint)
  }
  for (const match of text.matchAll(UNSPACED)) {
    const [run] = match
    for (let at = 0; at < run.length; at++) {
      for (let length = Math.min(8, run.length - at); length >= 2; length--) {
        const hint: Hint = { from: match.index + at, to: match.index + at + length, kind: "name" }
        if (names.unspaced.has(run.slice(at, at + length)) && !overlaps(hint, hints)) hints.push(hint)
      }
    }
  }
  return hints.sort((a, b) => a.from - b.from)
}

/** Arabic writes "and", "so", "to", "by", "like" in one with the name. */
const JOINED = /^[وف]?[لبك]?(?=\p{Script=Arabic}{3})/u
/** What German, English, Spanish and Turkish put behind a name, as `folded` has it: "Müllers", "Ayşenin". */
const ENDING = /^(?:e?s|n?[iu]n|y?[eaiu]|[dt][ea]n?|y?l[ea]|l[ea]r)$/

/** A name of the list, or one with what its language writes in one with it; the latter written with a capital. */
function isName(word: string, names: ReadonlySet<string>): boolean {
  const plain = folded(word)
  if (names.has(plain)) return true
  if (/^\p{Script=Arabic}/u.test(plain)) return names.has(plain.replace(JOINED, ""))
  if (!/^\p{Lu}/u.test(word)) return false
  for (let length = 4; length < plain.length; length++) {
    if (ENDING.test(plain.slice(length)) && names.has(plain.slice(0, length))) return true
  }
  return false
}

function places(text: string, pattern: RegExp, kind: Hint["kind"]): Hint[] {
  return [...text.matchAll(pattern)].map((match) => ({
    ...{ from: match.index, to: match.index + match[0].length, kind },
  }))
}

function overlaps(one: Range, others: readonly Range[]): boolean {
  return others.some(({ from, to }) => one.from < to && from < one.to)
}

/** İ and I, ß and SS, é written in two ways: all the same. */
function folded(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ı", "i")
    .replaceAll("ß", "ss")
}
