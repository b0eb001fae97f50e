import { Button, Group, Modal } from "@mantine/core"
import { useState } from "react"
import { Link } from "wouter"
import { api, type Survey } from "../api.ts"
import { counted } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { type useClose, useDeed } from "../queries.ts"
import { zonedMoment } from "../zoned.ts"

/** Closing before the date takes two: one HR member asks, another agrees. */
export function EarlyClose(props: { survey: Survey; agree: ReturnType<typeof useClose> }) {
  const { survey } = props
  const asked = survey.earlyClose
  const at = zonedMoment(survey.closesAt, survey.timeZone)
  return (
    <Section
      title="Close early"
      id="close-early"
      lead={`It closes by itself ${at}. Earlier, it takes two: one HR member asks and another agrees, so that nobody can open the box alone at a moment of their choosing.`}
    >
      {asked !== null && asked.by !== null ? (
        <p className="app-note">Asked {zonedMoment(asked.at, survey.timeZone)}; see above.</p>
      ) : survey.otherHr === 0 ? (
        <p className="app-note">
          You are the only HR member. <Link href="/members">Invite a second one</Link> before you launch the
          next survey if you may want to close it early: only who was of HR at the launch has a say.
        </p>
      ) : (
        <Ask survey={survey} />
      )}
    </Section>
  )
}

function Ask({ survey }: { survey: Survey }) {
  const [asking, setAsking] = useState(false)
  const ask = useDeed(
    () => api.askEarlyClose(survey.id),
    () => setAsking(false),
  )
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Ask to close early…
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Ask to close “${survey.name}” early?`}
        centered
      >
        <p style={{ marginTop: 0 }}>
          {counted(survey.otherHr, "other HR member gets", "other HR members get")} a mail. When one of them
          agrees, nobody can answer any more and the results come out. Until then it stays open, and you can
          take it back.
        </p>
        {ask.error && <Trouble error={ask.error} />}
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Leave it open
          </Button>
          <Button loading={ask.isPending} onClick={() => ask.mutate(undefined)}>
            Ask the others
          </Button>
        </Group>
      </Modal>
    </>
  )
}

/** What is asked stands at the top of the page until somebody answers it. */
export function EarlyCloseAsked(props: { survey: Survey; agree: ReturnType<typeof useClose> }) {
  const { survey, agree } = props
  const [asking, setAsking] = useState(false)
  const decline = useDeed(() => api.declineEarlyClose(survey.id))
  const asked = survey.earlyClose
  // Whoever asked may have left: then the request counts for nothing.
  if (asked === null || asked.by === null) return null
  return (
    <div className="app-attention" style={{ marginTop: "1.5rem" }}>
      <strong>
        {asked.mine
          ? "You asked to close this survey early."
          : `${asked.by} asks to close this survey early.`}
      </strong>
      <p>
        {asked.mine
          ? "It stays open until another HR member agrees, or until its date. They have been told by mail."
          : "If you agree, nobody can answer any more, the box is opened and counted, and the results come out. If you do nothing, it stays open until its date."}
      </p>
      {decline.error && <Trouble error={decline.error} />}
      <Group mt="sm">
        <Button
          variant="default"
          size="compact-md"
          loading={decline.isPending}
          onClick={() => decline.mutate(undefined)}
        >
          {asked.mine ? "Take it back" : "Decline"}
        </Button>
        {!asked.mine && (
          <Button size="compact-md" onClick={() => setAsking(true)}>
            Agree and close…
          </Button>
        )}
      </Group>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Close “${survey.name}” now?`} centered>
        <p style={{ marginTop: 0 }}>
          From this moment nobody can answer or correct an answer. The box is opened once, counted, and its
          key destroyed; the results come out in the same step. This cannot be taken back.
        </p>
        {agree.error && <Trouble error={agree.error} />}
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Leave it open
          </Button>
          <Button loading={agree.isPending} onClick={() => agree.mutate("agree")}>
            Agree, close and count
          </Button>
        </Group>
      </Modal>
    </div>
  )
}
