import { Button, NativeSelect, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { api, type InvitedRole } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"
import { type LeaderChoice, LeaderSelect } from "./leader-select.tsx"
import classes from "./members.module.css"
import { invitedRoles, roleText } from "./role-text.ts"

/** One invitation by mail. A leader is found in the org chart, and the person's own address proposed. */
export function InviteForm() {
  const [role, setRole] = useState<InvitedRole>("leader")
  const [leader, setLeader] = useState<LeaderChoice | null>(null)
  const [name, setName] = useState("")
  const [email, setEmail] = useState("")
  const invite = useDeed(api.inviteMember, () => {
    setLeader(null)
    setName("")
    setEmail("")
  })
  function choose(found: LeaderChoice | null) {
    setLeader(found)
    if (found === null) return
    setName(found.name)
    setEmail(found.email ?? "")
  }
  const ready = name.trim() !== "" && email.includes("@") && (role !== "leader" || leader !== null)
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!ready) return
    const personId = role === "leader" ? (leader?.personId ?? null) : null
    invite.mutate({ role, name: name.trim(), email: email.trim(), personId })
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <NativeSelect
        label="Role"
        description={roleText[role].theyDo}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as InvitedRole)}
        data={invitedRoles.map((value) => ({ value, label: roleText[value].name }))}
      />
      {role === "leader" && <LeaderSelect chosen={leader} onChoose={choose} />}
      <TextInput
        label="Name"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="E-mail"
        type="email"
        description={
          leader !== null && leader.email !== null && email === leader.email
            ? "From the people file; change it if they read another."
            : undefined
        }
        maxLength={320}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {invite.error && <Trouble error={invite.error} />}
      <div>
        <Button type="submit" loading={invite.isPending} disabled={!ready}>
          Send invitation
        </Button>
      </div>
      <p role="status" style={{ margin: 0 }}>
        {invite.data &&
          (invite.data.notMailed > 0
            ? "Invited, but the mail server did not take the mail. Send it again from the list above."
            : `The invitation to ${invite.variables.email} is on its way.`)}
      </p>
    </form>
  )
}
