import { Button, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { Link } from "wouter"
import { api, type MailOverview } from "../api.ts"
import { count, counted } from "../format.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed, useSurveys } from "../queries.ts"
import classes from "./mail.module.css"

type Person = MailOverview["toMend"]["people"][number]

/** Whose address refused the invitation, and a field each for an address that does. */
export function MendList({ mail }: { mail: MailOverview }) {
  const { total, people } = mail.toMend
  return (
    <>
      <p className="app-note">
        A mended address gets the invitation within a minute. Mend it in your people file too, as the next
        import brings the file's address back. Letters reach these people too.
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

/** Whom no mail can reach: there is nothing to mend, but letters to print. */
export function WithoutAddress({ people }: { people: number }) {
  const open = (useSurveys().data?.surveys ?? []).filter(({ state }) => state === "open")
  return (
    <p className="app-note">
      {counted(people, "invited person has", "invited people have")} no mail address. Print letters with a
      code for them:{" "}
      {open.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && ", "}
          <Link href={`/surveys/${id}/letters`}>Letters of “{name}”</Link>
        </span>
      ))}
      .
    </p>
  )
}

function Mend({ person }: { person: Person }) {
  const [address, setAddress] = useState(person.address)
  const mend = useDeed(api.mendAddress)
  function submit(event: FormEvent) {
    event.preventDefault()
    mend.mutate({ person: person.person, address: address.trim() })
  }
  const isSame = address.trim() === person.address
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

function reason({ status }: Person): string {
  if (status === null) return "Refused by the mail server"
  if (/^5\.1\.[1236]$|^55[013]$/.test(status)) return `There is no such mailbox (${status})`
  return `Refused by the mail server (${status})`
}
