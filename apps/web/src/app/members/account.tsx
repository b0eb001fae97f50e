import { Button, PasswordInput } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { api } from "../api.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useSession } from "../queries.ts"
import { PasswordField } from "../sign-in/password-field.tsx"
import { strengthOf } from "../sign-in/strength.ts"
import classes from "./members.module.css"
import { roleText } from "./role-text.ts"

/** Who am I here, and how do I change my password? */
export default function Account() {
  const session = useSession()
  return (
    <Loaded query={session} what="your account">
      {(own) =>
        own && (
          <Page
            title="Your account"
            kicker={own.organization.name}
            headline={own.user.name}
            lead={`${own.user.email}. ${roleText[own.role].name}${own.unit === null ? "" : `, ${own.unit}`}. ${roleText[own.role].does}`}
          >
            <Section
              title="Change your password"
              lead="You are then signed out everywhere, here too, and sign in with the new one."
            >
              <ChangePassword about={[own.user.name, own.user.email, own.organization.name]} />
            </Section>
          </Page>
        )
      }
    </Loaded>
  )
}

function ChangePassword({ about }: { about: readonly string[] }) {
  const [current, setCurrent] = useState("")
  const [password, setPassword] = useState("")
  const strength = strengthOf(password, about)
  const change = useMutation({
    mutationFn: () => api.changePassword({ current, password }),
    // A page load, so that nothing of the session stays in memory.
    onSuccess: () => window.location.assign("/"),
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (strength.allowed) change.mutate()
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <PasswordInput
        label="Current password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordField value={password} onChange={setPassword} strength={strength} />
      {change.error && <Trouble error={change.error} />}
      <div>
        <Button
          type="submit"
          loading={change.isPending || change.isSuccess}
          disabled={!strength.allowed || current === ""}
        >
          Change password
        </Button>
      </div>
    </form>
  )
}
