import { Button, TextInput } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { Link } from "wouter"
import { api } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import { Door } from "./door.tsx"
import classes from "./sign-in.module.css"

/** Asks for a link by mail; what it says is the same whether there is such an account. */
export default function ForgotPassword() {
  const [email, setEmail] = useState("")
  const ask = useMutation({ mutationFn: api.forgotPassword })
  function submit(event: FormEvent) {
    event.preventDefault()
    ask.mutate(email.trim())
  }
  return (
    <Door
      title="Forgot password"
      headline={ask.isSuccess ? "Look into your mail" : "Forgot your password?"}
      lead={
        ask.isSuccess
          ? undefined
          : "We send a link to the address of your account. With it you choose a new password."
      }
    >
      {ask.isSuccess ? (
        <div className="app-done" role="status">
          <strong>If there is an account with {ask.variables}, a link is on its way.</strong>
          <p>
            It holds for an hour and works once. Nothing there? Look into the spam folder, and check that it
            is the address you were invited with.
          </p>
        </div>
      ) : (
        <form onSubmit={submit} className={classes.fields}>
          <TextInput
            label="Work e-mail"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          {ask.error && <Trouble error={ask.error} />}
          <Button type="submit" size="md" loading={ask.isPending}>
            Send me a link
          </Button>
        </form>
      )}
      <p className={classes.forgot}>
        <Link href="/">Back to sign in</Link>
      </p>
    </Door>
  )
}
