import { Button, Group, NativeSelect } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { api, type InvitedRole } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"
import { type LeaderChoice, LeaderSelect } from "./leader-select.tsx"
import type { Member } from "./member-row.tsx"
import classes from "./members.module.css"
import { invitedRoles, roleText } from "./role-text.ts"

/** Another role, or for a leader another unit; it holds from the member's next click on. */
export function ChangeRole({ member, done }: { member: Member; done: () => void }) {
  const [role, setRole] = useState<InvitedRole>(member.role === "operator" ? "analyst" : member.role)
  const [leader, setLeader] = useState<LeaderChoice | null>(
    member.leads === null ? null : { ...member.leads, standing: "member" },
  )
  const change = useDeed(
    () =>
      api.changeMember(member.id, { role, personId: role === "leader" ? (leader?.personId ?? null) : null }),
    done,
  )
  function submit(event: FormEvent) {
    event.preventDefault()
    change.mutate(undefined)
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <NativeSelect
        label="Role"
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as InvitedRole)}
        data={invitedRoles.map((value) => ({ value, label: roleText[value].name }))}
        data-autofocus
      />
      {role === "leader" && (
        <LeaderSelect
          chosen={leader}
          onChoose={setLeader}
          {...(member.leads === null ? {} : { own: member.leads.personId })}
        />
      )}
      {change.error && <Trouble error={change.error} />}
      <Group justify="end">
        <Button variant="default" onClick={done}>
          Leave it
        </Button>
        <Button type="submit" loading={change.isPending} disabled={role === "leader" && leader === null}>
          Save
        </Button>
      </Group>
    </form>
  )
}
