import { Button, Group } from "@mantine/core"
import { useState } from "react"
import { api, type Cut, type Survey } from "../api.ts"
import { counted, until } from "../format.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"
import { zonedMoment } from "../zoned.ts"
import { LaunchDialog } from "./launch-dialog.tsx"
import { MissingList } from "./missing-list.tsx"
import type { Missing } from "./set-up-steps.ts"

/** The last step: launch now, or let it launch by itself at the moment chosen under When. */
export function LaunchStep(props: {
  survey: Survey
  cut: Cut | undefined
  missing: readonly Missing[]
  saved: boolean
}) {
  const { survey, cut, missing, saved } = props
  const [asking, setAsking] = useState<"now" | "later" | null>(null)
  const takeBack = useDeed(() => api.unscheduleLaunch(survey.id))
  const fault = survey.launchFault
  const stillMissing = missing.filter(({ href }) => href !== "#launch")
  const ready = stillMissing.length === 0 && saved && cut !== undefined && cut.refused === null
  const planned = survey.launchAt
  if (survey.scheduled) {
    return (
      <>
        <div className="app-done" role="status">
          <strong>
            “{survey.name}” launches by itself {zonedMoment(planned, survey.timeZone)}, in{" "}
            {until(planned ?? "", Date.now())}.
          </strong>
          <p>
            What counts is how it stands then: the people, the questions and these settings. If something is
            missing by then, nobody is invited and you get a mail.
          </p>
        </div>
        {takeBack.error && <Trouble error={takeBack.error} />}
        <Group mt="lg">
          <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate(undefined)}>
            Take the schedule back
          </Button>
          <Button variant="default" disabled={!ready} onClick={() => setAsking("now")}>
            Launch now…
          </Button>
        </Group>
        <LaunchDialog survey={survey} cut={cut} when={asking} onClose={() => setAsking(null)} />
      </>
    )
  }
  return (
    <>
      {fault && (
        <div className="app-attention" role="status" style={{ marginBottom: "1rem" }}>
          <strong>It was not launched as scheduled.</strong>
          <p>{fault} Nobody has been invited. Mend it, then launch or choose a new moment.</p>
        </div>
      )}
      {stillMissing.length > 0 && (
        <div style={{ marginBottom: "1.25rem" }}>
          <MissingList missing={stillMissing} />
        </div>
      )}
      {ready && <BeforeLaunch survey={survey} />}
      <Group>
        {planned !== null && (
          <Button size="md" disabled={!ready} onClick={() => setAsking("later")}>
            Schedule the launch…
          </Button>
        )}
        <Button
          size="md"
          variant={planned === null ? "filled" : "default"}
          disabled={!ready}
          aria-describedby={stillMissing.length > 0 ? "missing" : undefined}
          onClick={() => setAsking("now")}
        >
          {planned === null ? "Launch…" : "Launch now…"}
        </Button>
      </Group>
      {planned === null && (
        <p className="app-note">
          To let it launch by itself at a later moment, choose that moment under <a href="#when">When</a>.
        </p>
      )}
      <LaunchDialog survey={survey} cut={cut} when={asking} onClose={() => setAsking(null)} />
    </>
  )
}

/** Each group gets a key of its own, made in the background; only a launch that comes early has to wait for the rest. */
function BeforeLaunch({ survey: { keys, reviewers } }: { survey: Survey }) {
  return (
    <>
      {reviewers.length === 0 && (
        <p className="app-note">
          Nobody is named to read the comments. What people write in their own words then stays closed for
          good; after the launch nobody can be named any more. You can still do so under{" "}
          <a href="#reviewers">Comments</a>.
        </p>
      )}
      {keys !== null && keys.made < keys.needed && (
        <p className="app-note">
          The server is still getting ready to take answers from{" "}
          {counted(keys.needed - keys.made, "group", "groups")}. You can launch now; it then takes a few
          seconds longer.
        </p>
      )}
    </>
  )
}
