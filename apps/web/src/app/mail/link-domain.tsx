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
  return (
    <>
      <p className="app-note">
        Links begin with <strong>{now}</strong>. To use a domain of your own, let your IT department point it
        at this server, with a certificate. It is tried before the first link begins with it; links that have
        been sent keep working only as long as it stays.
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
          Saved. Links of mails sent from now on begin with {now}.
        </p>
      )}
    </>
  )
}
