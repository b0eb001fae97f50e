import { Button, Group, Modal } from "@mantine/core"
import { useState } from "react"
import { api, type Survey } from "../api.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"
import { zonedDay, zonedMoment } from "../zoned.ts"
import { extensionFault } from "./extension.ts"
import classes from "./fields.module.css"
import { MomentInput } from "./moment-input.tsx"

/** An open survey can be closed later than planned, never earlier by this. */
export function Extend({ survey }: { survey: Survey }) {
  const { timeZone, closesAt, latestClose } = survey
  const [chosen, setChosen] = useState(closesAt ?? "")
  const [asking, setAsking] = useState(false)
  const extend = useDeed(
    () => api.extendSurvey(survey.id, chosen),
    () => setAsking(false),
  )
  if (closesAt === null || latestClose === null) return null
  const changed = chosen !== closesAt
  const fault = changed ? extensionFault(chosen, closesAt, latestClose, timeZone) : undefined
  const extended = survey.promisedClosesAt
    ? ` It was planned for ${zonedMoment(survey.promisedClosesAt, timeZone)} first.`
    : ""
  return (
    <Section
      title="Leave it open longer"
      id="extend"
      lead={`It closes ${zonedMoment(closesAt, timeZone)}.${extended} It can be moved to a later date, at most to ${zonedDay(latestClose, timeZone)}.`}
    >
      <div className={classes.fields}>
        <MomentInput label="New close" zone={timeZone} value={chosen} error={fault} onChange={setChosen} />
      </div>
      <Button
        variant="default"
        mt="md"
        disabled={!changed || fault !== undefined}
        onClick={() => setAsking(true)}
      >
        Extend…
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Extend “${survey.name}”?`} centered>
        <p style={{ marginTop: 0 }}>
          Everybody can answer, and correct an answer, until {zonedMoment(chosen, timeZone)}. Whoever opens
          their link reads the new date; reminders follow it. It cannot be brought forward again. Mails that
          have gone still name the old date: say in your own channels that there is more time.
        </p>
        {extend.error && <Trouble error={extend.error} />}
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Leave it as it is
          </Button>
          <Button loading={extend.isPending} onClick={() => extend.mutate(undefined)}>
            Extend it
          </Button>
        </Group>
      </Modal>
    </Section>
  )
}
