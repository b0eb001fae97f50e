import { ActionIcon, Button, Menu, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { Link, useLocation } from "wouter"
import { api, type SurveySummary } from "../api.ts"
import { counted } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useFirstTimeZone } from "../home/use-first-time-zone.ts"
import { useDeed, useOrganization, useSurveys } from "../queries.ts"
import { importedLabel } from "../results/sentences.ts"
import { zonedDay, zonedMoment } from "../zoned.ts"
import { draftText } from "./draft-text.ts"
import { DeleteDialog, DuplicateDialog } from "./survey-actions.tsx"
import classes from "./surveys.module.css"

export default function Surveys() {
  const surveys = useSurveys()
  const organization = useOrganization()
  const timeZone = organization.data?.timeZone ?? "UTC"
  useFirstTimeZone(organization.data)
  return (
    <Loaded query={surveys} what="surveys">
      {({ surveys: all }) => (
        <Page
          title="Surveys"
          kicker="Surveys"
          headline={headline(all)}
          lead={
            all.length === 0
              ? "A survey takes people a few minutes. You set it up here, look at it, and launch it when you are ready; until then nobody gets a mail."
              : undefined
          }
        >
          {all.length > 0 && (
            <ul className="app-list" style={{ marginTop: "2rem" }}>
              {all.map((survey) => (
                <Row key={survey.id} survey={survey} timeZone={timeZone} />
              ))}
            </ul>
          )}
          <NewSurvey />
          <Section
            title="Old answers"
            lead="Answers of an earlier survey, one row a person, from any tool: they are counted by the same rules and shown as confidential, imported."
          >
            <Button component={Link} href="/surveys/import" variant="default">
              Import old answers
            </Button>
          </Section>
        </Page>
      )}
    </Loaded>
  )
}

function headline(all: readonly SurveySummary[]): string {
  const open = all.filter((survey) => survey.state === "open").length
  if (all.length === 0) return "Ask for the first time"
  if (open > 0) return `${counted(open, "survey is", "surveys are")} open`
  return all.some((survey) => survey.scheduled) ? "A launch is scheduled" : "No survey is open"
}

function Row({ survey, timeZone }: { survey: SurveySummary; timeZone: string }) {
  const [asking, setAsking] = useState<"duplicate" | "delete" | null>(null)
  const close = () => setAsking(null)
  const needs = survey.closeAsked || survey.launchFault !== null
  return (
    <li className={classes.row}>
      <Link href={`/surveys/${survey.id}`} className="app-linkrow">
        <strong>{survey.name}</strong>
        <span className={needs ? "app-ask" : undefined}>{standing(survey, timeZone)}</span>
      </Link>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`More for “${survey.name}”`}>
            <span aria-hidden="true">⋯</span>
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {survey.source === "imported" ? (
            <Menu.Item component={Link} href={`/surveys/${survey.id}`}>
              About this import
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => setAsking("duplicate")}>Duplicate…</Menu.Item>
          )}
          {survey.state === "draft" && (
            <Menu.Item onClick={() => setAsking("delete")}>Delete this draft…</Menu.Item>
          )}
          {survey.source === "asked" && (
            <Menu.Item component={Link} href={`/surveys/${survey.id}/works-council`}>
              Page for the works council
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <DuplicateDialog survey={survey} opened={asking === "duplicate"} onClose={close} />
      <DeleteDialog survey={survey} opened={asking === "delete"} onClose={close} />
    </li>
  )
}

/** Where a survey stands, in one line. */
function standing(survey: SurveySummary, timeZone: string): string {
  const invited = counted(survey.invited, "person", "people")
  if (survey.state === "draft") return draftText(survey, timeZone)
  if (survey.state === "closing") return "Being closed"
  if (survey.state === "open")
    return survey.closeAsked
      ? "Open; somebody asks to close it early"
      : `Open, ${invited} invited, closes ${zonedMoment(survey.closesAt, timeZone)}`
  const day = zonedDay(survey.closedAt, timeZone)
  if (survey.source === "imported")
    return `${importedLabel}: ${counted(survey.invited, "person", "people")}, until ${day}, results are there`
  if (survey.outcome === "too-few") return `Closed ${day}, too few answered: no results`
  return `Closed ${day}, ${invited} invited, results are there`
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
