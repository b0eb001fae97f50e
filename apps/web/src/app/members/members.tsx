import { counted } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useMembers } from "../queries.ts"
import { InviteForm } from "./invite-form.tsx"
import { InviteLayers } from "./invite-layers.tsx"
import { InvitedList } from "./invited-list.tsx"
import { MemberRow } from "./member-row.tsx"
import classes from "./members.module.css"

/** Who works with Throughline, and who is invited to? */
export default function Members() {
  const members = useMembers()
  return (
    <Loaded query={members} what="members">
      {({ members: all, invitations, layers }) => {
        const hr = all.filter(({ role }) => role === "hr").length
        return (
          <Page
            title="Members"
            kicker="Members"
            headline={`${counted(all.length, "person works", "people work")} with Throughline`}
            lead="HR sees all results, analysts read them, leaders see their own unit. Whoever answers a survey needs no account and is not in this list."
          >
            {hr === 1 && (
              <p className="app-attention" style={{ marginTop: "1.5rem" }}>
                There is one member of HR. Invite a second one: closing a survey early takes two, and nobody
                is left to let people in when the only one is away.
              </p>
            )}
            <ul className={classes.list}>
              {all.map((member) => (
                <MemberRow key={member.id} member={member} lastHr={member.role === "hr" && hr === 1} />
              ))}
            </ul>
            {invitations.length > 0 && <InvitedList invitations={invitations} />}
            <Section
              title="Invite somebody"
              lead="They get a mail with a link and choose their own password. The link works once and for seven days."
            >
              <InviteForm />
            </Section>
            <InviteLayers layers={layers} />
          </Page>
        )
      }}
    </Loaded>
  )
}
