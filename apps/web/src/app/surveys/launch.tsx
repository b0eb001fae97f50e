import { Button, Group, List, Modal } from "@mantine/core"
import { useState } from "react"
import { Link } from "wouter"
import { api, type Cut, type Survey } from "../api.ts"
import { count, counted, moment } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"

export function Launch(props: {
  survey: Survey
  cut: Cut | undefined
  reasons: readonly { text: string; href?: string }[]
  saved: boolean
}) {
  const { survey, cut, reasons, saved } = props
  const [asking, setAsking] = useState(false)
  const launch = useDeed(api.launch)
  const ready = reasons.length === 0 && saved && cut !== undefined
  return (
    <Section title="Launch">
      {reasons.length > 0 && (
        <div className="app-attention" id="not-ready" style={{ marginBottom: "1rem" }}>
          <strong>Not yet:</strong>
          <ul style={{ margin: "0.25rem 0 0", paddingInlineStart: "1.25rem" }}>
            {reasons.map((reason) => (
              <li key={reason.text}>
                {reason.href ? <Link href={reason.href}>{reason.text}</Link> : reason.text}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Button
        size="md"
        disabled={!ready}
        aria-describedby={reasons.length > 0 ? "not-ready" : undefined}
        onClick={() => setAsking(true)}
      >
        Launch…
      </Button>
      {cut && !cut.refused && (
        <Modal
          opened={asking}
          onClose={() => setAsking(false)}
          title={`Launch “${survey.name}”?`}
          centered
          size="lg"
        >
          <p style={{ marginTop: 0 }}>
            {counted(cut.invited - cut.noEmail, "person gets", "people get")} a personal mail, starting at
            once. This cannot be taken back. From then on these are frozen:
          </p>
          <List spacing="xs">
            <List.Item>the org chart as imported now, and its {count(cut.cohorts.length)} cohorts</List.Item>
            <List.Item>the questions, mission, vision and priorities</List.Item>
            <List.Item>the smallest group that is ever shown: {survey.k}</List.Item>
            <List.Item>
              the promise, and the closing at {moment(survey.closesAt)} (you may close earlier)
            </List.Item>
          </List>
          {launch.error && <Trouble error={launch.error} />}
          <Group justify="end" mt="lg">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              Not yet
            </Button>
            <Button loading={launch.isPending} onClick={() => launch.mutate(survey.id)}>
              Launch and send the mails
            </Button>
          </Group>
        </Modal>
      )}
    </Section>
  )
}
