import { Button, Group } from "@mantine/core"
import { languages, organizerTexts } from "@throughline/instrument"
import { useState } from "react"
import { Link } from "wouter"
import type { Language, Survey } from "../api.ts"
import { download, fileStem } from "../csv.ts"
import { Page } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useSurvey } from "../queries.ts"
import { worksCouncilFacts } from "./announcement-facts.ts"
import { Imported } from "./imported.tsx"
import { LanguageChoice } from "./language-choice.tsx"
import { type OrganizerFacts, useOrganizerFacts } from "./use-organizer-facts.ts"
import classes from "./works-council.module.css"
import { worksCouncilHtml, worksCouncilText } from "./works-council-file.ts"

/** The page for the works council, written from a survey's settings: to read, to print, to take away. */
export default function WorksCouncil({ id }: { id: string }) {
  const survey = useSurvey(id)
  return (
    <Loaded query={survey} what="the survey">
      {(data) => (data.source === "imported" ? <Imported survey={data} /> : <Known survey={data} />)}
    </Loaded>
  )
}

function Known({ survey }: { survey: Survey }) {
  const known = useOrganizerFacts(survey)
  const [language, setLanguage] = useState<Language>(survey.languages[0] ?? "en")
  return (
    <Loaded query={known} what="the page">
      {(data) => <Written survey={survey} known={data} language={language} onLanguage={setLanguage} />}
    </Loaded>
  )
}

function Written(props: {
  survey: Survey
  known: OrganizerFacts
  language: Language
  onLanguage: (language: Language) => void
}) {
  const { survey, known, language } = props
  const page = organizerTexts(language).worksCouncil(worksCouncilFacts(survey, known, language))
  const direction = language === "ar" ? "rtl" : "ltr"
  const file = fileStem(survey.name, "works council", language)
  return (
    <div className={classes.page}>
      <Page
        title={page.title}
        kicker={
          <>
            <Link href="/surveys">Surveys</Link> › <Link href={`/surveys/${survey.id}`}>{survey.name}</Link>
          </>
        }
        headline={
          <span lang={language} dir={direction} className={classes.title}>
            {page.title}
          </span>
        }
      >
        <div className={classes.tools}>
          <LanguageChoice
            label="Language of the page"
            languages={languages}
            value={language}
            onChange={props.onLanguage}
          />
          <Group gap="sm">
            <Button variant="default" onClick={() => window.print()}>
              Print
            </Button>
            <Button
              variant="default"
              onClick={() => download(`${file}.html`, worksCouncilHtml(page, language), "text/html")}
            >
              Download as HTML
            </Button>
            <Button
              variant="default"
              onClick={() => download(`${file}.txt`, worksCouncilText(page), "text/plain")}
            >
              Download as text
            </Button>
          </Group>
          {survey.state === "draft" && (
            <p className="app-note">
              Written from the settings as they are now. They can change until the launch: print it again
              then.
            </p>
          )}
        </div>
        <article lang={language} dir={direction} className={classes.article}>
          {page.sections.map((section) => (
            <section key={section.title}>
              <h2>{section.title}</h2>
              {section.paragraphs.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
              {section.rows && (
                <table className="app-table">
                  <thead>
                    <tr>
                      {section.rows.head.map((head) => (
                        <th key={head} scope="col">
                          {head}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {section.rows.body.map((row) => (
                      <tr key={row.join("\u0000")}>
                        {row.map((cell, at) =>
                          at === 0 ? (
                            <th key={cell} scope="row">
                              {cell}
                            </th>
                          ) : (
                            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never move
                            <td key={at}>{cell}</td>
                          ),
                        )}
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </section>
          ))}
        </article>
      </Page>
    </div>
  )
}
