import { Button, Group, Modal } from "@mantine/core"
import { useState } from "react"
import { useLocation } from "wouter"
import { api, type InstrumentDetail } from "../api.ts"
import { listed } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"

/** Deletes a questionnaire with its versions, unless a survey needs it to say what it asked. */
export function RemoveInstrument({ detail }: { detail: InstrumentDetail }) {
  const [, navigate] = useLocation()
  const [asking, setAsking] = useState(false)
  const remove = useDeed(
    () => api.removeInstrument(detail.id),
    () => navigate("/questionnaires"),
  )
  if (detail.surveys.length > 0) {
    return (
      <Section title="Delete">
        <p className="app-note">
          {listed(detail.surveys.map(({ name }) => `“${name}”`))}{" "}
          {detail.surveys.length === 1 ? "uses" : "use"} this questionnaire, so it stays.
        </p>
      </Section>
    )
  }
  return (
    <Section title="Delete">
      <Button variant="default" onClick={() => setAsking(true)}>
        Delete this questionnaire
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title="Delete this questionnaire?" centered>
        <p style={{ marginTop: 0 }}>
          It goes with all its versions. No survey uses it. This cannot be undone.
        </p>
        {remove.error && <Trouble error={remove.error} />}
        <Group justify="end">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Keep it
          </Button>
          <Button loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
            Delete
          </Button>
        </Group>
      </Modal>
    </Section>
  )
}
