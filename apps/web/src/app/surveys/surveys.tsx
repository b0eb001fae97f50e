import { Button, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { Link, useLocation } from "wouter"
import { api, type SurveySummary } from "../api.ts"
import { counted, day, moment } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useDeed, useSurveys } from "../queries.ts"

export default function Surveys() {
  const surveys = useSurveys()
  return (
    <Loaded query={surveys} what="surveys">
      {({ surveys: all }) => {
        const open = all.filter((survey) => survey.state === "open").length
        return (
          <Page
            title="Surveys"
            kicker="Surveys"
            headline={
              all.length === 0
                ? "Ask for the first time"
                : open > 0
                  ? `${counted(open, "survey is", "surveys are")} open`
                  : "No survey is open"
            }
            lead={
              all.length === 0
                ? "A survey takes people about six minutes. You set it up here, look at it, and launch it when you are ready; until then nobody gets a mail."
                : undefined
            }
          >
            {all.length > 0 && (
              <ul className="app-list" style={{ marginTop: "2rem" }}>
                {all.map((survey) => (
                  <li key={survey.id}>
                    <Link href={`/surveys/${survey.id}`} className="app-linkrow">
                      <strong>{survey.name}</strong>
                      <span>{standing(survey)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            <NewSurvey />
          </Page>
        )
      }}
    </Loaded>
  )
}

/** Where a survey stands, in one line. */
function standing(survey: SurveySummary): string {
  const invited = counted(survey.invited, "person", "people")
  if (survey.state === "draft") return "Draft, nobody has been invited"
  if (survey.state === "open") return `Open, ${invited} invited, closes ${moment(survey.closesAt)}`
  if (survey.state === "closing") return "Being closed"
  if (survey.outcome === "too-few") return `Closed ${day(survey.closedAt)}, too few answered: no results`
  return `Closed ${day(survey.closedAt)}, ${invited} invited, results are there`
}

function NewSurvey() {
  const [, navigate] = useLocation()
  const [name, setName] = useState("")
  const create = useDeed(api.createSurvey, (survey) => navigate(`/surveys/${survey.id}`))
  function submit(event: FormEvent) {
    event.preventDefault()
    if (name.trim() !== "") create.mutate(name.trim())
  }
  return (
    <Section
      title="New survey"
      lead="Give it a name that respondents will understand; it stands in their mail."
    >
      <form
        onSubmit={submit}
        style={{ display: "flex", flexWrap: "wrap", gap: "0.75rem", alignItems: "end" }}
      >
        <TextInput
          label="Name"
          placeholder="Spring 2027"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          style={{ flex: "1 1 16rem", maxWidth: "24rem" }}
        />
        <Button type="submit" loading={create.isPending} disabled={name.trim() === ""}>
          Set up
        </Button>
      </form>
      {create.error && <Trouble error={create.error} />}
    </Section>
  )
}
