import { Button } from "@mantine/core"
import { useState } from "react"
import type { Survey } from "../api.ts"
import { counted } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { ReadingDesk } from "../instruments/reading-desk.tsx"
import { usePreview } from "../queries.ts"

/** The questions of a survey in the order they are asked, and as respondents get them on a phone. */
export function QuestionnairePreview({ survey }: { survey: Survey }) {
  const [opened, setOpened] = useState(false)
  const preview = usePreview(survey.id, opened, survey.instrument)
  return (
    <Section
      title="The questions"
      lead="Statements are answered in five steps, from “strongly disagree” to “strongly agree”, or with “I cannot say”; every question may be left out."
    >
      {!opened && (
        <Button variant="default" onClick={() => setOpened(true)}>
          Read the questions
        </Button>
      )}
      {opened && (
        <Loaded query={preview} what="the questionnaire">
          {(questionnaire) => (
            <>
              <ReadingDesk questionnaire={questionnaire} languages={survey.languages} />
              <p className="app-source">
                {counted(questionnaire.instrument.questions.length, "question", "questions")}. Which mission
                and priorities are the right ones is not marked here: this is what respondents see.
              </p>
            </>
          )}
        </Loaded>
      )}
    </Section>
  )
}
