import { TextInput } from "@mantine/core"
import { lazy, Suspense } from "react"
import type { Survey } from "../api.ts"
import { Waiting } from "../frame/states.tsx"
import classes from "./fields.module.css"
import { QuestionnairePreview } from "./questionnaire-preview.tsx"
import type { SettingsForm } from "./use-settings.ts"

const InstrumentChoice = lazy(() => import("../instruments/instrument-choice.tsx"))

export function QuestionnaireStep({ survey, form }: { survey: Survey; form: SettingsForm }) {
  const { settings, change, faults } = form
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          label="Name of the survey"
          description="Stands in the mail and above the results."
          value={settings.name}
          maxLength={120}
          error={faults.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Suspense fallback={<Waiting what="the questionnaires" />}>
          <InstrumentChoice value={settings.instrument} onChange={(instrument) => change({ instrument })} />
        </Suspense>
      </div>
      <QuestionnairePreview survey={survey} />
    </>
  )
}
