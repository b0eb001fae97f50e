import { Button, TextInput } from "@mantine/core"
import { useMutation, useQuery } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { Link } from "wouter"
import { api } from "../api.ts"
import { moment } from "../format.ts"
import { Trouble, Waiting } from "../frame/states.tsx"
import { roleText } from "../members/role-text.ts"
import { useSession } from "../queries.ts"
import { Door } from "../sign-in/door.tsx"
import { PasswordField } from "../sign-in/password-field.tsx"
import classes from "../sign-in/sign-in.module.css"
import { strengthOf } from "../sign-in/strength.ts"

type Opened = Awaited<ReturnType<typeof api.memberInvitation>>

/** Behind an invitation's link: name and password, then the product. Opening the page changes nothing. */
export default function Join(props: { secret: string }) {
  const invitation = useQuery({
    queryKey: ["member-invitation", props.secret],
    queryFn: () => api.memberInvitation(props.secret),
    // What was opened stays open on this page, also when the last step has used it up.
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (invitation.data) return <Accept secret={props.secret} invitation={invitation.data} />
  return (
    <Door title="Invitation" headline="Throughline">
      {invitation.error ? (
        <>
          <Trouble error={invitation.error} />
          <p className={classes.forgot}>
            <Link href="/">To the sign-in page</Link>
          </p>
        </>
      ) : (
        <Waiting what="the invitation" />
      )}
    </Door>
  )
}

function Accept({ secret, invitation }: { secret: string; invitation: Opened }) {
  const [name, setName] = useState(invitation.name)
  const [password, setPassword] = useState("")
  const strength = strengthOf(password, [name, invitation.email, invitation.organization])
  const session = useSession()
  const join = useMutation({
    mutationFn: async (account: { name: string; password: string }) => {
      const { email } = await api.join(secret, account)
      await api.signIn({ email, password: account.password })
    },
    // A page load, so that nothing of whoever was signed in here before stays in memory.
    onSuccess: () => window.location.assign("/"),
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (strength.allowed && name.trim() !== "") join.mutate({ name: name.trim(), password })
  }
  return (
    <Door
      title="Invitation"
      headline={`Welcome to ${invitation.organization}`}
      lead={
        <>
          {invitation.invitedBy} invites you to Throughline {roleText[invitation.role].as}.{" "}
          {roleText[invitation.role].does} The link holds until {moment(invitation.expiresAt)}.
        </>
      }
    >
      <form onSubmit={submit} className={classes.fields}>
        <TextInput
          label="E-mail"
          description="You sign in with it."
          value={invitation.email}
          readOnly
          autoComplete="username"
          variant="filled"
        />
        <TextInput
          label="Your name"
          autoComplete="name"
          required
          withAsterisk={false}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordField value={password} onChange={setPassword} strength={strength} />
        {session.data && (
          <p className="app-attention">
            You are signed in here as {session.data.user.email}. When this account is made, that one is signed
            out in this browser.
          </p>
        )}
        {join.error && <Trouble error={join.error} />}
        <Button
          type="submit"
          size="md"
          loading={join.isPending || join.isSuccess}
          disabled={!strength.allowed}
        >
          Set up my account
        </Button>
      </form>
    </Door>
  )
}
