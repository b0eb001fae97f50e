import { Button, Group, Modal } from "@mantine/core"
import { useCallback, useState } from "react"
import { api, type Survey } from "../api.ts"
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
        One key opens the answers, once, after the close. It lies on the server only; a backup does not have
        it. If the server breaks down the key is gone, and the answers could never be counted. So three people
        each keep a part of it, a share: two shares together make the key again, one alone opens nothing.
      </p>
      <p className="app-note">
        Choose three people who can each keep a sheet of paper safe until the results are out and who would
        not open answers behind your back: say one of the works council, one of finance, one of IT. Hand it
        over in person, printed or on a USB stick, and never two of them to one person or by mail.
      </p>
      {triedAt !== null && (
        <div className="app-done" role="status">
          <strong>It works: two shares made the key again, {zonedMoment(triedAt, survey.timeZone)}.</strong>
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
              Give these to three different people, not all to you. They are here only now. If you leave this
              page before all three are printed or downloaded, make new ones: these cannot be shown again.
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
          <h3 className={classes.part}>
            {shares.length > 0 ? "2. Check that two of them work" : "Check that two of them work"}
          </h3>
          <p className="app-note">
            Ask two of the three for their share and put both in here: type them in, or choose the files. Then
            you know, while it can still be mended, that they can be found and read.
            {shares.length === 0 &&
              ` They were made ${zonedMoment(takenAt, survey.timeZone)}. Did not all three get theirs? Then make new ones below.`}
          </p>
          <TwoShares
            action="Check these two"
            busy={attempt.isPending}
            error={attempt.error}
            onGive={(two) => attempt.mutate(two)}
          />
        </>
      )}
      <Make survey={survey} recovery={recovery} />
    </>
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
          to destroy it. You then check two of the new ones.
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
