import { SegmentedControl } from "@mantine/core"
import { useState } from "react"
import type { Language, SampleKind, Survey } from "../api.ts"
import { Loaded } from "../frame/states.tsx"
import { useMailPreview } from "../queries.ts"
import { LanguageChoice } from "../surveys/language-choice.tsx"
import { languageNames } from "../surveys/language-names.ts"
import classes from "./mail.module.css"

const kinds: { value: SampleKind; label: string }[] = [
  { value: "invitation", label: "Invitation" },
  { value: "reminder", label: "Reminder" },
  { value: "last-reminder", label: "Last reminder" },
  { value: "letter", label: "Letter" },
]

/** Each mail of a survey as it goes out, in each of its languages. Its links lead nowhere. */
export function MailPreview({ survey }: { survey: Pick<Survey, "id" | "languages" | "reminders"> }) {
  const [kind, setKind] = useState<SampleKind>("invitation")
  const [language, setLanguage] = useState<Language>(survey.languages[0] ?? "en")
  const [view, setView] = useState("html")
  const shown = survey.languages.includes(language) ? language : (survey.languages[0] ?? "en")
  const preview = useMailPreview(survey.id, kind, shown)
  const offered = kinds.filter(({ value }) => survey.reminders.days.length > 0 || !value.includes("reminder"))
  return (
    <div className={classes.preview}>
      <div className={classes.choices}>
        <div className="app-scroll">
          <SegmentedControl
            size="sm"
            aria-label="Which mail"
            value={kind}
            onChange={(value) => setKind(value as SampleKind)}
            data={offered}
          />
        </div>
        <LanguageChoice
          label="Language of the mail"
          languages={survey.languages}
          value={shown}
          onChange={setLanguage}
        />
        <SegmentedControl
          size="sm"
          aria-label="How to show the mail"
          value={view}
          onChange={setView}
          data={[
            { value: "html", label: "With layout" },
            { value: "text", label: "Plain text" },
          ]}
        />
      </div>
      <Loaded query={preview} what="the mail">
        {(mail) => (
          <article aria-label={`${languageNames[shown]}: ${mail.subject}`}>
            <p className={classes.subject} lang={shown} dir={shown === "ar" ? "rtl" : "ltr"}>
              {mail.subject}
            </p>
            {view === "html" ? (
              // A frame of no origin, under the page's own script policy: what is in a mail can neither run nor reach
              // the app. Scripts are not barred twice, as a checker of accessibility has to get in.
              <iframe
                className={classes.frame}
                title={`Mail: ${mail.subject}`}
                srcDoc={mail.html}
                sandbox="allow-scripts"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
                tabIndex={0}
              />
            ) : (
              <pre className={classes.text} lang={shown} dir={shown === "ar" ? "rtl" : "ltr"}>
                {mail.text}
              </pre>
            )}
          </article>
        )}
      </Loaded>
    </div>
  )
}
