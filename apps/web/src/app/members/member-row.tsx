import { Button, Group, Modal } from "@mantine/core"
import { useState } from "react"
import { api, type MemberList } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"
import { ChangeRole } from "./change-role.tsx"
import { leadText } from "./lead-text.ts"
import classes from "./members.module.css"
import { roleText } from "./role-text.ts"

export type Member = MemberList["members"][number]

/** One member with role and unit, and what can be done about it. */
export function MemberRow({ member, lastHr }: { member: Member; lastHr: boolean }) {
  const [asking, setAsking] = useState<"role" | "remove" | null>(null)
  const close = () => setAsking(null)
  const remove = useDeed(() => api.removeMember(member.id), close)
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <strong>{member.name}</strong>
        {member.isYou && " (you)"}
        <span>{member.email}</span>
      </div>
      <div className={classes.what}>
        {roleText[member.role].name}
        {member.role === "leader" && <span>{leadText(member.leads, member.name)}</span>}
        {lastHr && <span>The only one, so this role stays</span>}
      </div>
      {!lastHr && (
        <div className={classes.deeds}>
          <Button
            variant="default"
            size="compact-md"
            aria-label={`Change role of ${member.name}`}
            onClick={() => setAsking("role")}
          >
            Change role
          </Button>
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={`Remove ${member.name}`}
            onClick={() => setAsking("remove")}
          >
            Remove
          </Button>
        </div>
      )}
      <Modal opened={asking === "role"} onClose={close} title={`The role of ${member.name}`} centered>
        <ChangeRole member={member} done={close} />
      </Modal>
      <Modal
        opened={asking === "remove"}
        onClose={close}
        title={member.isYou ? "Remove yourself?" : `Remove ${member.name}?`}
        centered
      >
        <p style={{ marginTop: 0 }}>
          The account is deleted and {member.isYou ? "you are" : "they are"} signed out everywhere at once.
          Invitations {member.isYou ? "you" : "they"} sent and nobody has used are withdrawn. Surveys and
          results stay.
        </p>
        {remove.error && <Trouble error={remove.error} />}
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={close} data-autofocus>
            Keep
          </Button>
          <Button loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
            Remove
          </Button>
        </Group>
      </Modal>
    </li>
  )
}
