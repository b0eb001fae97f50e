import { Button } from "@mantine/core"
import { api, type MemberInvitation } from "../api.ts"
import { counted, moment } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"
import { leadText } from "./lead-text.ts"
import classes from "./members.module.css"
import { roleText } from "./role-text.ts"

/** Invitations nobody has used yet, with how long they hold. */
export function InvitedList({ invitations }: { invitations: readonly MemberInvitation[] }) {
  const again = useDeed(api.inviteAgain)
  const withdraw = useDeed(api.withdrawInvitation)
  const error = again.error ?? withdraw.error
  return (
    <Section title={counted(invitations.length, "open invitation", "open invitations")}>
      {error && <Trouble error={error} />}
      <ul className={classes.list} style={{ marginTop: 0 }}>
        {invitations.map((one) => (
          <li key={one.id} className={classes.row}>
            <div className={classes.who}>
              <strong>{one.name}</strong>
              <span>{one.email}</span>
            </div>
            <div className={classes.what}>
              {roleText[one.role].name}
              {one.role === "leader" && <span>{leadText(one.leads, one.name)}</span>}
              <Standing invitation={one} />
            </div>
            <div className={classes.deeds}>
              <Button
                variant="default"
                size="compact-md"
                aria-label={`Send again to ${one.name}`}
                loading={again.isPending && again.variables === one.id}
                onClick={() => again.mutate(one.id)}
              >
                Send again
              </Button>
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={`Withdraw the invitation to ${one.name}`}
                loading={withdraw.isPending && withdraw.variables === one.id}
                onClick={() => withdraw.mutate(one.id)}
              >
                Withdraw
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <p role="status" className="app-note">
        {again.data &&
          (again.data.notMailed > 0
            ? "The mail server did not take the mail. Nothing was sent; try again later."
            : "Sent again, with a new link. The one before holds no more.")}
      </p>
    </Section>
  )
}

function Standing({ invitation: { state, expiresAt, invitedBy } }: { invitation: MemberInvitation }) {
  if (state === "not-mailed") return <span>The mail has not gone: the mail server did not take it</span>
  if (state === "over") return <span>Over since {moment(expiresAt)}</span>
  return (
    <span>
      Holds until {moment(expiresAt)}
      {invitedBy === "" ? "" : `, from ${invitedBy}`}
    </span>
  )
}
