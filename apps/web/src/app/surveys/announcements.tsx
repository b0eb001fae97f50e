import { Button, CopyButton } from "@mantine/core"
import { organizerTexts } from "@throughline/instrument"
import { useState } from "react"
import type { Language, Survey } from "../api.ts"
import { Loaded } from "../frame/states.tsx"
import { announcementFacts } from "./announcement-facts.ts"
import classes from "./announcements.module.css"
import { LanguageChoice } from "./language-choice.tsx"
import { useOrganizerFacts } from "./use-organizer-facts.ts"

type Id = ReturnType<ReturnType<typeof organizerTexts>["announcements"]>[number]["id"]

/** Texts for HR's own channels, to be copied, in each language of the survey. */
export function Announcements({ survey, ids }: { survey: Survey; ids: readonly Id[] }) {
  const [language, setLanguage] = useState<Language>(survey.languages[0] ?? "en")
  const known = useOrganizerFacts(survey)
  return (
    <Loaded query={known} what="the texts">
      {(data) => {
        const texts = organizerTexts(language).announcements(announcementFacts(survey, data))
        return (
          <>
            <LanguageChoice
              label="Language of the texts"
              languages={survey.languages}
              value={language}
              onChange={setLanguage}
            />
            {texts
              .filter(({ id }) => ids.includes(id))
              .map((text) => (
                <section key={text.id} className={classes.text} aria-labelledby={`announcement-${text.id}`}>
                  <div className={classes.head}>
                    <h3 id={`announcement-${text.id}`} dir="auto">
                      {text.title}
                    </h3>
                    <Copy what={text.subject === null ? "Copy the text" : "Copy text and subject"}>
                      {text.subject === null ? text.text : `${text.subject}\n\n${text.text}`}
                    </Copy>
                  </div>
                  <div lang={language} dir={language === "ar" ? "rtl" : "ltr"} className={classes.body}>
                    {text.subject !== null && <strong>{text.subject}</strong>}
                    {text.paragraphs.map((paragraph) => (
                      <p key={paragraph}>{paragraph}</p>
                    ))}
                    {text.points.length > 0 && (
                      <ul>
                        {text.points.map((point) => (
                          <li key={point}>{point}</li>
                        ))}
                      </ul>
                    )}
                  </div>
                </section>
              ))}
          </>
        )
      }}
    </Loaded>
  )
}

function Copy(props: { what: string; children: string }) {
  return (
    <CopyButton value={props.children} timeout={3000}>
      {({ copied, copy }) => (
        <Button variant="default" size="compact-md" onClick={copy} aria-live="polite">
          {copied ? "Copied" : props.what}
        </Button>
      )}
    </CopyButton>
  )
}
