import { type Language, languageNames } from "@throughline/instrument"
import type { ReviewPage } from "../api.ts"
import { DataTable } from "../frame/figure.tsx"
import { Section } from "../frame/page.tsx"

/** By which words topics are suggested: all of them, as they stand in the program. */
export function TopicLists({ lists }: { lists: ReviewPage["topicWords"] }) {
  return (
    <Section
      title="How topics are suggested"
      lead="A program looks for the words below, in all their forms, and names them beside its suggestion. It understands nothing else, and nothing gets a topic before one of you says so."
    >
      <details>
        <summary>All words, by topic and language</summary>
        <DataTable
          table={{
            caption: "Words that speak for a topic; a dash stands for the rest of a longer word",
            columns: ["Topic", "Language", "Words"],
            rows: lists.flatMap(({ topic, words }) =>
              Object.entries(words).map(([language, list]) => [
                topic,
                languageNames[language as Language] ?? language,
                list.join(", "),
              ]),
            ),
          }}
        />
      </details>
    </Section>
  )
}
