import { Button, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { Link } from "wouter"
import { api, type MailOverview } from "../api.ts"
import { count } from "../format.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed, useSurveys } from "../queries.ts"
import classes from "./mail.module.css"

type Person = MailOverview["toMend"]["people"][number]

/** Whom no invitation reached, and a field each for an address that does. */
export function MendList({ mail }: { mail: MailOverview }) {
  const { total, people } = mail.toMend
  const open = (useSurveys().data?.surveys ?? []).filter(({ state }) => state === "open")
  return (
    <>
      <p className="app-note">
        A mended address gets the invitation within a minute. Mend it in your people file too, as the next
        import brings the file's address back. For people without mail, print letters with a code:{" "}
        {open.map(({ id, name }, at) => (
          <span key={id}>
            {at > 0 && ", "}
            <Link href={`/surveys/${id}/letters`}>{name}</Link>
          </span>
        ))}
        .
      </p>
      <ul className={classes.people}>
        {people.map((person) => (
          <li key={person.person}>
            <Mend person={person} />
          </li>
        ))}
      </ul>
      {total > people.length && (
        <p className="app-source">
          The first {count(people.length)} of {count(total)}. Where so many are wrong, import a mended people
          file: all changed addresses get their invitation then.
        </p>
      )}
    </>
  )
}

function Mend({ person }: { person: Person }) {
  const [address, setAddress] = useState(person.address ?? "")
  const mend = useDeed(api.mendAddress)
  function submit(event: FormEvent) {
    event.preventDefault()
    mend.mutate({ person: person.person, address: address.trim() })
  }
  const isSame = person.address !== null && address.trim() === person.address
  return (
    <div className={classes.person}>
      <p className={classes.who} style={{ margin: 0 }}>
        <strong>{person.name}</strong>
        <span>{person.department}</span>
        <span>{reason(person)}</span>
      </p>
      <div>
        <form className={classes.form} onSubmit={submit}>
          <TextInput
            type="email"
            placeholder="name@example.com"
            aria-label={`Mail address of ${person.name}`}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
            autoComplete="off"
          />
          <Button type="submit" variant="default" loading={mend.isPending} disabled={address.trim() === ""}>
            {isSame ? "It is right: send again" : "Save and send again"}
          </Button>
        </form>
        {mend.error && <Trouble error={mend.error} />}
      </div>
    </div>
  )
}

function reason({ address, status }: Person): string {
  if (address === null) return "No mail address"
  if (status === null) return "Refused by the mail server"
  if (/^5\.1\.[1236]$|^55[013]$/.test(status)) return `There is no such mailbox (${status})`
  return `Refused by the mail server (${status})`
}
