import { NativeSelect } from "@mantine/core"
import { type Language, languages } from "@throughline/instrument"
import type { ReactNode } from "react"
import { counted, listed } from "../format.ts"
import { languageNames } from "../surveys/language-names.ts"
import { useDesk } from "./desk.ts"
import { completeness } from "./editor-faults.ts"
import classes from "./instruments.module.css"

/** Which language is written, which is read beside it, and how far each has come. */
export function EditorBar(props: {
  onLanguage: (language: Language) => void
  onReference: (language: Language | null) => void
  leadTo: (path: string, language: Language) => void
  /** Whether everything is saved. */
  saving: ReactNode
}) {
  const desk = useDesk()
  const state = completeness(desk.instrument)
  const complete = state.filter(({ state: how }) => how === "complete")
  return (
    <div className={classes.bar}>
      <div className={classes.languages}>
        <NativeSelect
          label="You write in"
          value={desk.language}
          onChange={(event) => props.onLanguage(event.currentTarget.value as Language)}
          data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        />
        <NativeSelect
          label="Shown beside it"
          value={desk.reference ?? ""}
          onChange={(event) => props.onReference((event.currentTarget.value || null) as Language | null)}
          data={[
            { value: "", label: "Nothing" },
            ...languages
              .filter((one) => one !== desk.language)
              .map((one) => ({ value: one, label: languageNames[one] })),
          ]}
        />
      </div>
      {props.saving}
      <ul className={classes.completeness} aria-label="How far each language has come">
        {complete.length > 0 && (
          <li>Complete: {listed(complete.map(({ language }) => languageNames[language]))}</li>
        )}
        {state
          .filter(({ state: how }) => how !== "complete")
          .map(({ language, missing, state: how }) => (
            <li key={language}>
              {languageNames[language]}:{" "}
              <button
                type="button"
                className={classes.link}
                onClick={() => missing[0] !== undefined && props.leadTo(missing[0], language)}
              >
                {how === "none" ? "not begun" : `${counted(missing.length, "text", "texts")} missing`}
                <span className={classes.unseen}>, go to the first</span>
              </button>
            </li>
          ))}
      </ul>
    </div>
  )
}
