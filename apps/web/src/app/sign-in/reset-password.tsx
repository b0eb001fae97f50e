import { Button } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { Link } from "wouter"
import { api } from "../api.ts"
import { isFailure } from "../failure.ts"
import { Trouble } from "../frame/states.tsx"
import { Door } from "./door.tsx"
import { PasswordField } from "./password-field.tsx"
import classes from "./sign-in.module.css"
import { strengthOf } from "./strength.ts"

/** Behind the link of a mail: a new password. Opening the page changes nothing. */
export default function ResetPassword(props: { token: string }) {
  const [password, setPassword] = useState("")
  const strength = strengthOf(password, [])
  const set = useMutation({
    mutationFn: (value: string) => api.newPassword({ token: props.token, password: value }),
  })
  const over = isFailure(set.error) && set.error.code === "password.link-over"
  function submit(event: FormEvent) {
    event.preventDefault()
    if (strength.allowed) set.mutate(password)
  }
  if (set.isSuccess) {
    return (
      <Door
        title="New password"
        headline="Your new password holds"
        lead="You are signed out everywhere; sign in with it."
      >
        {/* A page load, so that nothing of a session before stays in memory. */}
        <Button component="a" href="/" size="md">
          Sign in
        </Button>
      </Door>
    )
  }
  return (
    <Door
      title="New password"
      headline="Choose a new password"
      lead="When it is saved you are signed out everywhere."
    >
      <form onSubmit={submit} className={classes.fields}>
        <PasswordField value={password} onChange={setPassword} strength={strength} />
        {set.error && <Trouble error={set.error} />}
        <Button type="submit" size="md" loading={set.isPending} disabled={!strength.allowed}>
          Save
        </Button>
      </form>
      {over && (
        <p className={classes.forgot}>
          <Link href="/forgot-password">Ask for a new link</Link>
        </p>
      )}
    </Door>
  )
}
