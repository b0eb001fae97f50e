import { type Language, languages } from "@throughline/instrument"
import { type TopicWords, topicWords } from "./topic-words.ts"
import { languagesOf, type WordIn, wordsIn } from "./words-in.ts"

/** A topic that words of a comment speak for; a person takes it over or does not. */
export interface TopicSuggestion {
  topic: string
  /** The words of the comment that spoke for it, as they are written there. */
  because: string[]
}

interface Listed {
  stems: Set<string>
  /** Plain words that longer ones begin or end with. */
  begin: string[]
  end: string[]
}

const listed = new Map<TopicWords, Record<Language, Listed>>()

/**
 * The topics of the word lists that the words of a comment speak for, the one with the most words first; where two have
 * as many, in the order of the lists.
 */
export function suggestTopics(text: string, topics: readonly TopicWords[] = topicWords): TopicSuggestion[] {
  const among = languagesOf(text)
  const found = topics.map((one) => ({
    topic: one.topic,
    because: [
      ...new Set(
        among.flatMap((language) => {
          const list = listOf(one)[language]
          return wordsIn(text, language).flatMap((word) => (speaksFor(word, list) ? [word.text] : []))
        }),
      ),
    ],
  }))
  return found.filter(({ because }) => because.length > 0).sort((a, b) => b.because.length - a.because.length)
}

function speaksFor(word: Pick<WordIn, "plain" | "stems">, { stems, begin, end }: Listed): boolean {
  const { plain } = word
  return (
    word.stems.some((stem) => stems.has(stem)) ||
    begin.some((part) => plain.length > part.length && plain.startsWith(part)) ||
    end.some((part) => plain.length > part.length && plain.endsWith(part))
  )
}

function listOf(topic: TopicWords): Record<Language, Listed> {
  const known = listed.get(topic)
  if (known !== undefined) return known
  const lists = Object.fromEntries(
    languages.map((language) => {
      const words = topic.words[language]
      const parts = (is: (word: string) => boolean) =>
        words.filter(is).map((word) => word.replace(/^-|-$/g, "").toLocaleLowerCase(language))
      const whole = words.filter((word) => !word.startsWith("-") && !word.endsWith("-"))
      return [
        language,
        {
          stems: new Set(whole.flatMap((word) => wordsIn(word, language).flatMap(({ stems }) => stems))),
          begin: parts((word) => word.endsWith("-")),
          end: parts((word) => word.startsWith("-")),
        },
      ]
    }),
  ) as Record<Language, Listed>
  listed.set(topic, lists)
  return lists
}
