import { NativeSelect, SegmentedControl } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { type Language, languages, type Questionnaire } from "@throughline/instrument"
import { useState } from "react"
import { languageNames } from "../surveys/language-names.ts"
import { InstrumentReading } from "./instrument-reading.tsx"
import classes from "./instruments.module.css"
import { PhonePreview } from "./phone-preview.tsx"

/** A questionnaire that is not changed here: its questions to read, and beside them as respondents get them. */
export function ReadingDesk(props: { questionnaire: Questionnaire; languages: readonly Language[] }) {
  const offered = props.languages.length > 0 ? props.languages : languages
  const [language, setLanguage] = useState<Language>(offered[0] ?? "en")
  const [view, setView] = useState("read")
  const wide = useMediaQuery("(min-width: 80em)", true, { getInitialValueInEffect: false })
  return (
    <>
      <div className={classes.languages}>
        {offered.length > 1 && (
          <NativeSelect
            label="Language of the questions"
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value as Language)}
            data={offered.map((one) => ({ value: one, label: languageNames[one] }))}
          />
        )}
        {!wide && (
          <SegmentedControl
            style={{ flex: "1 1 16rem", alignSelf: "end" }}
            aria-label="What to show"
            value={view}
            onChange={setView}
            data={[
              { value: "read", label: "Read" },
              { value: "preview", label: "Preview on a phone" },
            ]}
          />
        )}
      </div>
      <div className={classes.bench}>
        {(wide || view === "read") && (
          <InstrumentReading questionnaire={props.questionnaire} language={language} />
        )}
        {(wide || view === "preview") && (
          <aside className={classes.previewColumn} aria-label="Preview">
            <PhonePreview questionnaire={props.questionnaire} language={language} />
          </aside>
        )}
      </div>
    </>
  )
}
