import { Button, Group, Modal } from "@mantine/core"
import { useState } from "react"
import type { Survey } from "../api.ts"
import { moment } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import type { useClose } from "../queries.ts"

export function CloseNow(props: { survey: Survey; close: ReturnType<typeof useClose> }) {
  const { survey, close } = props
  const [asking, setAsking] = useState(false)
  return (
    <Section
      title="Close now"
      lead={`It closes by itself ${moment(survey.closesAt)}. You can close it earlier.`}
    >
      <Button variant="default" onClick={() => setAsking(true)}>
        Close now…
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Close “${survey.name}” now?`} centered>
        <p style={{ marginTop: 0 }}>
          From this moment nobody can answer or correct an answer. The box is opened once, counted, and its
          key destroyed; the results come out in the same step. This cannot be taken back.
        </p>
        {close.error && <Trouble error={close.error} />}
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Leave it open
          </Button>
          <Button loading={close.isPending} onClick={() => close.mutate()}>
            Close and count
          </Button>
        </Group>
      </Modal>
    </Section>
  )
}
