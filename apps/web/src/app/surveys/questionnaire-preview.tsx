import { Button, SegmentedControl } from "@mantine/core"
import type { Question, Questionnaire } from "@throughline/instrument"
import { useState } from "react"
import { Link } from "wouter"
import type { Language, Survey } from "../api.ts"
import { counted } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { usePreview } from "../queries.ts"
import { languageNames } from "./language-names.ts"

/** Every question in the order it is asked, to read. */
export function QuestionnairePreview({ survey }: { survey: Survey }) {
  const [opened, setOpened] = useState(false)
  const [language, setLanguage] = useState<Language>(survey.languages[0] ?? "en")
  const preview = usePreview(survey.id, opened && survey.ready.words)
  return (
    <Section
      title="Questionnaire"
      lead="About six minutes on a phone. Most questions are answered from 1 (not at all) to 5 (fully), or “I cannot say”; every question may be left out."
    >
      {!survey.ready.words && (
        <p className="app-note">
          <Link href="/mission-and-priorities">Write down mission and priorities</Link> first: they are part
          of the questions.
        </p>
      )}
      {survey.ready.words && !opened && (
        <Button variant="default" onClick={() => setOpened(true)}>
          Read the questions
        </Button>
      )}
      {opened && (
        <Loaded query={preview} what="the questionnaire">
          {(data) => (
            <>
              {survey.languages.length > 1 && (
                <SegmentedControl
                  aria-label="Language of the questions"
                  value={language}
                  onChange={(value) => setLanguage(value as Language)}
                  data={survey.languages.map((one) => ({ value: one, label: languageNames[one] }))}
                />
              )}
              <Questions questionnaire={data} language={language} />
            </>
          )}
        </Loaded>
      )}
    </Section>
  )
}

function Questions(props: { questionnaire: Questionnaire; language: Language }) {
  const { instrument } = props.questionnaire
  const likert = (construct: string) =>
    instrument.questions.filter((question) => question.type === "likert" && question.construct === construct)
  const others = instrument.questions.filter((question) => question.type !== "likert")
  return (
    <div
      lang={props.language}
      dir={props.language === "ar" ? "rtl" : "ltr"}
      className="app-prose"
      style={{ marginTop: "1rem" }}
    >
      {instrument.constructs.map((construct) => (
        <div key={construct.id}>
          <h3>{construct.name[props.language]}</h3>
          <ol>
            {likert(construct.id).map((question) => (
              <li key={question.id}>{question.text[props.language]}</li>
            ))}
          </ol>
        </div>
      ))}
      <h3>{props.language === "ar" ? "أسئلة أخرى" : "Further questions"}</h3>
      <ol>
        {others.map((question) => (
          <li key={question.id} style={{ marginBottom: "0.75rem" }}>
            {question.text[props.language]}
            <Choices question={question} {...props} />
          </li>
        ))}
      </ol>
      <p className="app-source" dir="ltr" lang="en">
        {counted(instrument.questions.length, "question", "questions")}. Which mission and priorities are the
        right ones is not marked here: this is what respondents see.
      </p>
    </div>
  )
}

function Choices(props: { question: Question; questionnaire: Questionnaire; language: Language }) {
  const { question, questionnaire, language } = props
  const texts =
    question.type === "mission"
      ? questionnaire.missionOptions.map((option) => option.text)
      : question.type === "priorities"
        ? questionnaire.priorityOptions.map((option) => option.text)
        : question.type === "choice"
          ? question.choices.map((choice) => choice.text[language])
          : []
  if (texts.length === 0) return null
  return (
    <ul style={{ color: "var(--tl-muted)" }}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
