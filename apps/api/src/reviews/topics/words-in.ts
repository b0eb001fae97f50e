import { stemmer as arabic } from "@orama/stemmers/arabic"
import { stemmer as english } from "@orama/stemmers/english"
import { stemmer as french } from "@orama/stemmers/french"
import { stemmer as german } from "@orama/stemmers/german"
import { stemmer as spanish } from "@orama/stemmers/spanish"
import { stemmer as turkish } from "@orama/stemmers/turkish"
import { type Language, languages } from "@throughline/instrument"

const stemmers: Record<Language, (word: string) => string> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  tr: turkish,
  ar: arabic,
}

/** The stemmer takes one ending of several away, or one from a word that has none: a form may be any of its stems. */
const stacks: ReadonlySet<Language> = new Set(["tr", "ar"])

const segmenters = new Map<Language, Intl.Segmenter>()

export interface WordIn {
  /** As it stands in the text. */
  text: string
  /** Small letters of that language, one spelling. */
  plain: string
  /** What is left without its endings: the first as far as is sure, further ones where a language stacks them. */
  stems: string[]
}

/** The words of a text as somebody reads it who takes it to be of that language. */
export function wordsIn(text: string, language: Language): WordIn[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" })
  segmenters.set(language, segmenter)
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => ({ text: segment, ...wordOf(segment, language) }))
}

export function wordOf(word: string, language: Language): Pick<WordIn, "plain" | "stems"> {
  const plain = spelled(word.normalize("NFC").toLocaleLowerCase(language), language)
  const stem = stemmers[language](plain)
  const all = stacks.has(language) ? [plain, stem, stemmers[language](stem)] : [stem]
  return { plain, stems: [...new Set(all.map((one) => unmarked(one, language)))] }
}

/** Arabic: without vowel signs, the forms of alif alike, and without "and", "to", "the" that are written in one with it. */
function spelled(word: string, language: Language): string {
  if (language !== "ar") return word
  const plain = word
    .replace(/[\u064B-\u065F\u0670\u0640]/gu, "")
    .replace(/[أإآ]/gu, "ا")
    .replace(/ى/gu, "ي")
  const bare = plain.replace(/^[وف]?(?:[بك]?ال|لل)/u, "").replace(/^و(?=.{4})/u, "")
  return bare.length >= 3 ? bare : plain
}

/** Without accents, which people leave out on some keyboards; dots and cedillas make other letters in Turkish. */
function unmarked(stem: string, language: Language): string {
  return language === "tr" || language === "ar" ? stem : stem.normalize("NFD").replace(/\p{M}/gu, "")
}

/** Words that are in nearly every sentence of a language, and in few of another. */
const frequent: Record<Language, string> = {
  en: "the and is are of to we our what who they not it that this for with has have you in on nobody",
  de: "der die das und ist sind wir unser unsere nicht was wer es ein eine zu mit für auf den dem von im wird niemand",
  fr: "le la les et est sont de des nous notre nos ne pas que qui ce une du pour avec dans au aux personne",
  es: "el la los las y es son de del nosotros nuestro nuestra no que quien se una un por para con en nadie",
  tr: "ve bir bu ne kim biz bize bizim değil için ile ama çok her daha kimse nasıl hiç var yok olarak",
  ar: "",
}
const frequentWords = new Map(languages.map((one) => [one, new Set(frequent[one].split(" "))]))

/**
 * The languages a text may be in: by its script, else by its most frequent words; all that are written in its script
 * where those do not say.
 */
export function languagesOf(text: string): Language[] {
  if (/\p{Script=Arabic}/u.test(text)) return ["ar"]
  const latin = languages.filter((language) => language !== "ar")
  const hits = latin.map((language) => {
    const own = frequentWords.get(language) ?? new Set()
    return wordsIn(text, language).filter(({ plain }) => own.has(plain)).length
  })
  const most = Math.max(...hits)
  return latin.filter((_, at) => hits[at] === most)
}
