import { SegmentedControl } from "@mantine/core"
import type { Language } from "../api.ts"
import { languageNames } from "./language-names.ts"

/** Which of a survey's languages something is shown in; nothing where there is no choice. */
export function LanguageChoice(props: {
  label: string
  languages: readonly Language[]
  value: Language
  onChange: (language: Language) => void
}) {
  if (props.languages.length < 2) return null
  return (
    <div className="app-scroll">
      <SegmentedControl
        size="sm"
        aria-label={props.label}
        value={props.value}
        onChange={(value) => props.onChange(value as Language)}
        data={props.languages.map((language) => ({ value: language, label: languageNames[language] }))}
      />
    </div>
  )
}
