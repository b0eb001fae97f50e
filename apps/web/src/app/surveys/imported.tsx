import { Button, Group, Modal } from "@mantine/core"
import { useState } from "react"
import { Link, useLocation } from "wouter"
import { api, type Survey } from "../api.ts"
import { counted } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"
import { importedLabel } from "../results/sentences.ts"
import { zonedDay, zonedMoment } from "../zoned.ts"

/** A survey whose answers were given elsewhere: where they came from, what they are not, and the way out again. */
export function Imported({ survey }: { survey: Survey }) {
  const { imported, timeZone } = survey
  return (
    <Page
      title={survey.name}
      kicker={<Link href="/surveys">Surveys</Link>}
      headline={`“${survey.name}” was imported, its results are there`}
      lead={`${importedLabel}. ${counted(survey.invited, "person", "people")} answered elsewhere, until ${zonedDay(survey.closedAt, timeZone)}.`}
    >
      <Button component={Link} href={`/results/${survey.id}`} size="md" mt="xl">
        See the results by layer
      </Button>
      <Section
        title="What this is"
        lead="How these answers came about is known to who asked for them, not to Throughline."
      >
        <p>
          The answers were not given in Throughline's sealed ballot box, so nothing is promised about who
          could see them at the time. Here they are counted by the same rules as any survey: groups of fewer
          than {survey.k} people are merged or hidden, and of the file nothing is kept but answers under these
          groups. HR and analysts see the results; leaders do not, because where they stood at that time is
          not known.
        </p>
        {imported && (
          <p>
            File “{imported.fileName}”, imported {zonedMoment(imported.importedAt, timeZone)}:{" "}
            {counted(imported.people, "person", "people")} counted, {counted(imported.refused, "row", "rows")}{" "}
            refused.
          </p>
        )}
      </Section>
      <Remove survey={survey} />
    </Page>
  )
}

function Remove({ survey }: { survey: Survey }) {
  const [asking, setAsking] = useState(false)
  const [, navigate] = useLocation()
  const remove = useDeed(() => {
    navigate("/surveys")
    return api.deleteOldAnswers(survey.id)
  })
  return (
    <Section
      title="Undo the import"
      lead="The survey and its results are gone then; your file stays as it is."
    >
      <Button variant="default" onClick={() => setAsking(true)}>
        Delete this imported survey…
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Delete “${survey.name}”?`} centered>
        <p style={{ marginTop: 0 }}>
          Its results disappear for everybody. Whoever has seen or saved them still knows them: counted again
          in another way, the two could be compared.
        </p>
        {remove.error && <Trouble error={remove.error} />}
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Keep it
          </Button>
          <Button loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
            Delete it
          </Button>
        </Group>
      </Modal>
    </Section>
  )
}
