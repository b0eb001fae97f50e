import { type Language, pagesOf, type Question, type Questionnaire, word } from "@throughline/instrument"
import { directionOf } from "./direction-of.ts"
import classes from "./instruments.module.css"

/** Every question in the order it is asked, to read. */
export function InstrumentReading({
  questionnaire,
  language,
}: {
  questionnaire: Questionnaire
  language: Language
}) {
  return (
    <div lang={language} dir={directionOf(language)} className="app-prose">
      {pagesOf(questionnaire.instrument).map(({ id, title, questions }) => (
        <div key={id}>
          <h3>{word(title, language)}</h3>
          <ol className={classes.reading}>
            {questions.map((question) => (
              <li key={question.id}>
                {word(question.text, language)}
                <Marks question={question} />
                <Choices question={question} questionnaire={questionnaire} language={language} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  )
}

function Marks({ question }: { question: Question }) {
  if (question.type !== "likert") return null
  const marks = [
    ...(question.reverse ? ["reversed"] : []),
    ...(question.audience === "people-with-reports" ? ["people with reports only"] : []),
  ]
  if (marks.length === 0) return null
  return (
    <span lang="en" dir="ltr" className={classes.marks}>
      {" "}
      ({marks.join(", ")})
    </span>
  )
}

function Choices(props: { question: Question; questionnaire: Questionnaire; language: Language }) {
  const { question, questionnaire, language } = props
  const texts =
    question.type === "mission"
      ? questionnaire.missionOptions
      : question.type === "priorities"
        ? questionnaire.priorityOptions
        : "choices" in question
          ? question.choices.map(({ id, text }) => ({ id, text: word(text, language) }))
          : []
  if (texts.length === 0) return null
  return (
    <ul style={{ color: "var(--tl-muted)" }}>
      {texts.map(({ id, text }) => (
        <li key={id} dir="auto">
          {text}
        </li>
      ))}
    </ul>
  )
}
