import { Checkbox, NativeSelect } from "@mantine/core"
import { languages } from "@throughline/instrument"
import { Link } from "wouter"
import type { Language, Survey } from "../api.ts"
import { listed } from "../format.ts"
import classes from "./fields.module.css"
import { bothNames, languageNames } from "./language-names.ts"
import { missingLanguages } from "./set-up-steps.ts"
import type { SettingsForm } from "./use-settings.ts"

export function LanguagesStep({ survey, form }: { survey: Survey; form: SettingsForm }) {
  const { settings, change, faults } = form
  const chosen = settings.languages
  const incomplete = missingLanguages(survey, chosen)
  return (
    <div className={classes.fields}>
      <Checkbox.Group
        label="Languages"
        description="Everybody picks one of these on the first page, and can switch."
        value={chosen}
        error={faults.languages}
        onChange={(value) => change({ languages: value as Language[] })}
      >
        <div className={classes.row} style={{ marginTop: "0.5rem" }}>
          {languages.map((language) => (
            <Checkbox key={language} value={language} label={bothNames[language]} />
          ))}
        </div>
      </Checkbox.Group>
      {chosen.length > 1 && (
        <NativeSelect
          label="For people whose language the people file does not name"
          description="Their mail comes in this one."
          value={chosen[0]}
          onChange={(event) => {
            const first = event.currentTarget.value as Language
            change({ languages: [first, ...chosen.filter((language) => language !== first)] })
          }}
          data={chosen.map((language) => ({ value: language, label: bothNames[language] }))}
        />
      )}
      {incomplete.length > 0 && (
        <p className="app-attention" style={{ margin: 0 }}>
          “{survey.instrument.name}” is not complete in {listed(incomplete.map((one) => languageNames[one]))}.{" "}
          <Link href={`/questionnaires/${survey.instrument.id}`}>Add what is missing</Link>, or leave the
          language out.
        </p>
      )}
    </div>
  )
}
