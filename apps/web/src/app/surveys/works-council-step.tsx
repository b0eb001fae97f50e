import { Button } from "@mantine/core"
import { Link } from "wouter"
import type { Survey } from "../api.ts"

export function WorksCouncilStep({ survey }: { survey: Survey }) {
  return (
    <>
      <p className="app-note" style={{ marginTop: 0 }}>
        What is asked, what is stored and what nobody gets to see, as a page for the works council or other
        employee representatives. It is written from the settings of this survey, in six languages, to print
        or to send. It is no legal advice.
      </p>
      <Button component={Link} href={`/surveys/${survey.id}/works-council`} variant="default">
        Open the page
      </Button>
    </>
  )
}
