import { Button } from "@mantine/core"
import { api, type HrTrustees, type Survey } from "../api.ts"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useDeed, useTrustees } from "../queries.ts"

type One = HrTrustees["trustees"][number]

/** The three, how far each of them is, and a new link for whoever has lost theirs. */
export function TrusteeList({ survey, data }: { survey: Survey; data: HrTrustees }) {
  const again = useDeed((seat: number) => api.sendTrusteeLink(survey.id, seat))
  return (
    <>
      <ul style={{ listStyle: "none", margin: 0, padding: 0 }} aria-label="The three trustees">
        {data.trustees.map((one) => (
          <li
            key={one.seat}
            style={{
              display: "flex",
              flexWrap: "wrap",
              alignItems: "center",
              justifyContent: "space-between",
              gap: "0.25rem 1rem",
              padding: "0.5rem 0",
              borderBottom: "1px solid var(--mantine-color-default-border)",
            }}
          >
            <span>
              <strong>{one.name}</strong> <span className="app-note">{one.email}</span>
              <br />
              {stateOf(one, data, survey)}
            </span>
            <Button
              variant="default"
              size="compact-md"
              loading={again.isPending && again.variables === one.seat}
              onClick={() => again.mutate(one.seat)}
              aria-label={`Send a new link to ${one.name}`}
            >
              Send a new link
            </Button>
          </li>
        ))}
      </ul>
      {again.isSuccess && (
        <p className="app-note" role="status">
          A new link is on its way; the one before opens nothing any more.
        </p>
      )}
      {again.error && <Trouble error={again.error} />}
    </>
  )
}

function stateOf(one: One, data: HrTrustees, survey: Survey): string {
  if (!one.isMailed) return "The mail server has not taken the mail. Send a new link."
  if (survey.state === "closing") {
    const to = data.trustees.find(({ seat }) => seat === one.handedTo)?.name
    return to === undefined ? "Has not handed their share on." : `Has handed their share to ${to}.`
  }
  if (one.hasTried) return "Has made a key and tried their share."
  if (!one.hasKey) return "Has not made a key yet."
  if (data.isDealt) return "Has made a key and dealt, and has not tried their share yet."
  return one.hasDealt ? "Has made a key and dealt their part." : "Has made a key."
}

/** A survey that has closed and that only two trustees can open. */
export function TrusteesWait({ survey }: { survey: Survey }) {
  const trustees = useTrustees(survey.id)
  return (
    <div className="app-attention" style={{ marginTop: "1.5rem" }}>
      <strong>Waiting for two trustees</strong>
      <p>
        One of them hands their share to another, who opens the answers in their browser; then they are
        counted by themselves. All three have been told by mail and are reminded every day. Two of three
        suffice.
      </p>
      <Loaded query={trustees} what="the trustees">
        {(data) => <TrusteeList survey={survey} data={data} />}
      </Loaded>
    </div>
  )
}
