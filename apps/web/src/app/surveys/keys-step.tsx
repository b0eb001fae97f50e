import { Button, Group, Modal } from "@mantine/core"
import { useCallback, useState } from "react"
import { api, type Survey } from "../api.ts"
import { count } from "../format.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed, useDemo, useOrganization } from "../queries.ts"
import { zonedMoment } from "../zoned.ts"
import classes from "./recovery.module.css"
import { ShareList } from "./share-list.tsx"
import { TwoShares } from "./two-shares.tsx"
import type { RecoveryShares } from "./use-recovery-shares.ts"

/** The key that opens the answers lies on the server only: three people hold what brings it back. */
export function KeysStep({ survey, recovery }: { survey: Survey; recovery: RecoveryShares }) {
  const demo = useDemo()
  const organization = useOrganization()
  const { shares, kept, keep } = recovery
  const { takenAt, triedAt } = survey.recovery
  const attempt = useDeed((two: [string, string]) => api.tryRecoveryShares(survey.id, two))
  const onKept = useCallback((these: readonly string[]) => keep(these), [keep])
  const inDemo = Boolean(demo.data)
  return (
    <>
      <p className="app-note" style={{ marginTop: 0 }}>
        One key opens the answers, once, after the close. It lies on the server and in no backup: if it is
        lost, nobody can ever count them. Three people each keep a share. Any two shares bring the key back;
        one alone opens nothing.
      </p>
      {triedAt !== null && (
        <div className="app-done" role="status">
          <strong>Two shares made the key again, {zonedMoment(triedAt, survey.timeZone)}.</strong>
          <p>Nothing more to do. The three keep their shares until the results are out.</p>
        </div>
      )}
      {shares.length > 0 && triedAt === null && (
        <>
          <h3 className={classes.part}>1. Give them away</h3>
          {inDemo ? (
            <p className="app-note">
              This is the demo: one file holds all three. In earnest there are three files, for three
              different people.
            </p>
          ) : (
            <p className="app-note">
              Give these to three different people, not all to you. They are here only now: once you leave
              this page they cannot be had again.
            </p>
          )}
          <ShareList
            demo={inDemo}
            kept={kept}
            onKept={onKept}
            sheet={{
              organization: organization.data?.name ?? "",
              survey: survey.name,
              shares,
              made: zonedMoment(takenAt, survey.timeZone),
              page: `${window.location.origin}/surveys/${survey.id}`,
            }}
          />
        </>
      )}
      {takenAt !== null && triedAt === null && (
        <>
          <h3 className={classes.part}>{shares.length > 0 ? "2. Try two of them" : "Try two of them"}</h3>
          <p className="app-note">
            Put two shares in again, any two. Then you know that they were kept, whole and readable.
            {shares.length === 0 &&
              ` They were made ${zonedMoment(takenAt, survey.timeZone)}; ask two of the people you gave them to.`}
          </p>
          <TwoShares
            action="Try these two"
            busy={attempt.isPending}
            error={attempt.error}
            onGive={(two) => attempt.mutate(two)}
          />
        </>
      )}
      <Make survey={survey} recovery={recovery} />
      <SigningKeys survey={survey} />
    </>
  )
}

/** One a group, made in the background while HR sets up; nothing waits for them but a launch that comes early. */
function SigningKeys({ survey: { keys } }: { survey: Survey }) {
  if (keys === null || keys.made >= keys.needed) return null
  return (
    <p className="app-source">
      Keys that let each group answer: {count(keys.made)} of {count(keys.needed)} are made. The others follow
      by themselves; a launch before that takes a little longer.
    </p>
  )
}

/** The first time at once; later only after a word, since the shares of before stop working. */
function Make({ survey, recovery }: { survey: Survey; recovery: RecoveryShares }) {
  const { take } = recovery
  const [asking, setAsking] = useState(false)
  const first = survey.recovery.takenAt === null
  return (
    <div>
      {take.error && <Trouble error={take.error} />}
      {first ? (
        <Button mt="md" loading={take.isPending} onClick={() => take.mutate(undefined)}>
          Make the three shares
        </Button>
      ) : (
        <Button variant="subtle" size="compact-md" mt="lg" onClick={() => setAsking(true)}>
          Make new shares…
        </Button>
      )}
      <Modal opened={asking} onClose={() => setAsking(false)} title="Make new shares?" centered>
        <p style={{ marginTop: 0 }}>
          The survey gets a new key and three new shares. Those of before stop working; tell whoever holds one
          to destroy it. You then try two of the new ones.
        </p>
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Keep the shares as they are
          </Button>
          <Button
            loading={take.isPending}
            onClick={() => take.mutate(undefined, { onSettled: () => setAsking(false) })}
          >
            Make new shares
          </Button>
        </Group>
      </Modal>
    </div>
  )
}
