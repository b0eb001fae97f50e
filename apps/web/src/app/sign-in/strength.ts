// How hard a password is to guess, in words. It only advises: the rules beside the field are what is checked.

export const LEAST = 12
export const MOST = 128
export const DIFFERENT = 5

export interface Strength {
  /** Whether the rules let it through. */
  allowed: boolean
  words: string
}

const COMMON = ["password", "passwort", "qwerty", "qwertz", "letmein", "welcome", "throughline", "iloveyou"]

/** `about`: names and addresses that whoever knows the person would try first. */
export function strengthOf(password: string, about: readonly string[]): Strength {
  const missing = LEAST - password.length
  if (missing > 0) {
    return { allowed: false, words: missing === 1 ? "One more character." : `${missing} more characters.` }
  }
  if (password.length > MOST) return { allowed: false, words: `At most ${MOST} characters.` }
  if (new Set(password).size < DIFFERENT) {
    return { allowed: false, words: "Too few different characters: it would be guessed at once." }
  }
  const bits = guessableBits(password, about)
  if (bits < 36) return { allowed: true, words: "Weak: made of what people try first. Add other words." }
  if (bits < 56) return { allowed: true, words: "Fair. A few words more make it strong." }
  return { allowed: true, words: "Strong." }
}

/** A rough count of the yes-or-no guesses it takes: less for known words, runs and repetitions. */
function guessableBits(password: string, about: readonly string[]): number {
  let rest = password.toLowerCase()
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password))
  let bits = 3 * (kinds.length - 1)
  const known = [...COMMON, ...about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))]
  for (const word of known) {
    if (word.length < 3 || !rest.includes(word)) continue
    rest = rest.replaceAll(word, "")
    bits += 5
  }
  let before = Number.NaN
  for (const character of rest) {
    const code = character.codePointAt(0) ?? 0
    // The same again, or the next one in line: abc, 321, aaa.
    bits += Math.abs(code - before) <= 1 ? 0.5 : /\p{N}/u.test(character) ? 3 : 4
    before = code
  }
  return bits
}
