import { Button, PasswordInput, TextInput } from "@mantine/core"
import { LineMark } from "@throughline/charts"
import { type FormEvent, useEffect, useState } from "react"
import { api } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed, useDemo } from "../queries.ts"
import { ColorSchemeChoice } from "../shell/color-scheme-choice.tsx"
import classes from "./sign-in.module.css"

export default function SignIn() {
  const [email, setEmail] = useState("")
  const [password, setPassword] = useState("")
  const demo = useDemo()
  const signIn = useDeed(api.signIn)
  const account = demo.data?.accounts[0]
  useEffect(() => {
    document.title = "Sign in · Throughline"
  }, [])
  function submit(event: FormEvent) {
    event.preventDefault()
    signIn.mutate({ email, password })
  }
  return (
    <main className={classes.page}>
      <div className={classes.line}>
        <LineMark progress={1} width={28} height={44} title="" />
      </div>
      <div className={classes.form}>
        <h1>Throughline</h1>
        <p className={classes.claim}>See where mission and vision stop being understood.</p>
        {account && (
          <div className={classes.demo}>
            <p>
              This is the demo: a company with one closed survey and one open. Nothing here is real, and mails
              stay in the built-in outbox.
            </p>
            <Button size="md" fullWidth loading={signIn.isPending} onClick={() => signIn.mutate(account)}>
              Look around as HR
            </Button>
          </div>
        )}
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
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {signIn.error && <Trouble error={signIn.error} />}
          <Button type="submit" size="md" variant={account ? "default" : "filled"} loading={signIn.isPending}>
            Sign in
          </Button>
        </form>
        <p className={classes.respondents}>
          You came to answer a survey? You need no account: open the personal link in your mail.
        </p>
        <ColorSchemeChoice />
      </div>
    </main>
  )
}
