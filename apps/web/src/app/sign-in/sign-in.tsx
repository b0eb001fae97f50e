import { Button, PasswordInput, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { Link } from "wouter"
import { api } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed, useDemo } from "../queries.ts"
import { Door } from "./door.tsx"
import classes from "./sign-in.module.css"

export default function SignIn() {
  const [email, setEmail] = useState("")
  const [password, setPassword] = useState("")
  const demo = useDemo()
  const signIn = useDeed(api.signIn)
  const accounts = demo.data?.accounts ?? []
  function submit(event: FormEvent) {
    event.preventDefault()
    signIn.mutate({ email, password })
  }
  return (
    <Door title="Sign in" headline="Throughline" lead="See where mission and vision stop being understood.">
      {accounts.length > 0 && (
        <div className={classes.demo}>
          <p>
            This is the demo: a company with one closed survey and one open. Nothing here is real, and mails
            stay in the built-in outbox. The deputy agrees when a survey is to close early; the leader sees
            one unit only; the keeper sees one driver and no result.
          </p>
          <ul className={classes.accounts}>
            {accounts.map((account, at) => (
              <li key={account.email}>
                <Button
                  size={at === 0 ? "md" : "sm"}
                  variant={at === 0 ? "filled" : "default"}
                  fullWidth
                  h="auto"
                  mih={at === 0 ? 42 : 36}
                  py={6}
                  styles={{ label: { whiteSpace: "normal", lineHeight: 1.35 } }}
                  loading={signIn.isPending && signIn.variables.email === account.email}
                  disabled={signIn.isPending}
                  onClick={() => signIn.mutate(account)}
                >
                  Look around as {account.title}
                </Button>
              </li>
            ))}
          </ul>
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
        <Button
          type="submit"
          size="md"
          variant={accounts.length > 0 ? "default" : "filled"}
          loading={signIn.isPending && signIn.variables.email === email}
        >
          Sign in
        </Button>
      </form>
      <p className={classes.forgot}>
        <Link href="/forgot-password">Forgot password?</Link>
      </p>
      <p className={classes.respondents}>
        You came to answer a survey? You need no account: open the personal link in your mail.
      </p>
    </Door>
  )
}
