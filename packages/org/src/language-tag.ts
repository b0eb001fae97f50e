import { plainText } from "./plain-text.ts"

/** The six languages by their names in the six: English, German, French, Spanish, Turkish, Arabic. */
const NAMES: Record<string, string> = {
  en: "english, englisch, anglais, ingles, ingilizce, الانجليزيه, انجليزي, انجليزيه, الإنجليزية, eng",
  de: "german, deutsch, allemand, aleman, almanca, الالمانيه, الماني, المانيه, deu, ger",
  fr: "french, franzosisch, franzoesisch, francais, frances, fransizca, الفرنسيه, فرنسي, فرنسيه, fra, fre",
  es: "spanish, spanisch, espagnol, espanol, castellano, ispanyolca, الاسبانيه, اسباني, اسبانيه, spa",
  tr: "turkish, turkisch, tuerkisch, turc, turco, turkce, التركيه, تركي, تركيه, tur",
  ar: "arabic, arabisch, arabe, arapca, العربيه, عربي, عربيه, ara",
}

const TAGS = new Map(
  Object.entries(NAMES).flatMap(([tag, names]) =>
    names.split(",").map((name) => [plainText(name.trim()), tag] as const),
  ),
)

/** “en-US”, “English”, “Englisch (UK)” → “en”; null when the cell is blank or says nothing known. */
export function languageTag(text: string): string | null {
  if (text === "") return null
  const word = plainText(text.slice(0, 60)).trim()
  const bare = word.replace(/\s*[([,/–-].*$/, "").trim()
  return TAGS.get(word) ?? TAGS.get(bare) ?? /^([a-z]{2,3})(?:[-_].*)?$/.exec(word)?.[1] ?? null
}
