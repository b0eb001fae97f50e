import { Button, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { api, type MailOverview } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"
import classes from "./mail.module.css"

/** The organization's own domain for links; it is asked whether it leads here before any link begins with it. */
export function LinkDomain({ mail }: { mail: MailOverview }) {
  const [base, setBase] = useState(mail.linkBase ?? "")
  const save = useDeed(api.saveLinkBase)
  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate(base.trim() === "" ? null : base.trim())
  }
  const now = mail.linkBase ?? mail.publicUrl
  if (mail.linkHosts.length === 0)
    return (
      <p className="app-note">
        Links begin with <strong>{now}</strong>. To use a domain of your own, ask whoever runs this server to
        name it first (LINK_HOSTS): who holds the domain could read every personal link that begins with it.
      </p>
    )
  return (
    <>
      <p className="app-note">
        Links begin with <strong>{now}</strong>. Whoever runs this server lets you use{" "}
        <strong>{mail.linkHosts.join(", ")}</strong>. It is tried before you launch with it; an open survey
        keeps what its links began with, and links that have been sent work only as long as the domain leads
        here.
      </p>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label="Own domain"
          description={`Leave it empty for ${mail.publicUrl}`}
          placeholder="https://survey.example.com"
          value={base}
          onChange={(event) => setBase(event.currentTarget.value)}
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button type="submit" loading={save.isPending} disabled={base.trim() === (mail.linkBase ?? "")}>
          Try and save
        </Button>
      </form>
      {save.error && <Trouble error={save.error} />}
      {save.isSuccess && (
        <p className="app-done" role="status">
          Saved. Links of surveys launched from now on begin with {now}.
        </p>
      )}
    </>
  )
}
