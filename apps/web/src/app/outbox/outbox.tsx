import { Button, NativeSelect, SegmentedControl, TextInput } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { useState } from "react"
import type { Mail, MailKind } from "../api.ts"
import { counted, moment } from "../format.ts"
import { Page } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import NotFound from "../not-found.tsx"
import { useDemo, useOutbox } from "../queries.ts"
import classes from "./outbox.module.css"

/** Every mail the demo would have sent, as a phone would show it. */
export default function Outbox() {
  const demo = useDemo()
  const [search, setSearch] = useState("")
  const [q] = useDebouncedValue(search.trim(), 250)
  const [kind, setKind] = useState<MailKind | "">("")
  const outbox = useOutbox(q, kind)
  const [openId, setOpenId] = useState<string | null>(null)
  if (demo.data === null) return <NotFound />
  return (
    <Page
      title="Outbox"
      kicker="Demo"
      headline="The outbox"
      lead="In the demo no mail leaves this machine. Open one, follow its link, and answer as that person would."
    >
      <TextInput
        label="Find a recipient"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        style={{ maxWidth: "24rem" }}
        mt="xl"
      />
      <NativeSelect
        label="Kind of mail"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as MailKind | "")}
        data={kinds}
        style={{ maxWidth: "24rem" }}
        mt="md"
      />
      <Loaded query={outbox} what="mails">
        {({ mails }) => {
          const open = mails.find((mail) => mail.id === openId) ?? mails[0]
          if (!open) {
            return (
              <p className="app-note" style={{ marginTop: "1.5rem" }}>
                {q === "" && kind === ""
                  ? "No mail yet. Launch a survey, or send a test mail from its set-up."
                  : q === ""
                    ? "No mail of this kind yet."
                    : `No such mail to “${q}”.`}
              </p>
            )
          }
          return (
            <div className={classes.columns}>
              <div>
                <p className="app-source" role="status">
                  {mails.length >= 200 ? "The newest 200 mails" : counted(mails.length, "mail", "mails")}
                </p>
                <ul className={`app-list ${classes.list}`}>
                  {mails.map((mail) => (
                    <li key={mail.id}>
                      <button
                        type="button"
                        className={classes.item}
                        aria-pressed={mail.id === open.id}
                        onClick={() => {
                          setOpenId(mail.id)
                          document.getElementById("mail")?.scrollIntoView({ block: "nearest" })
                        }}
                      >
                        <strong>{mail.name || mail.to}</strong>
                        <span>{mail.subject}</span>
                        <span className={classes.when}>{moment(mail.sentAt)}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              </div>
              <OneMail mail={open} />
            </div>
          )
        }}
      </Loaded>
    </Page>
  )
}

const kinds: { value: MailKind | ""; label: string }[] = [
  { value: "", label: "All" },
  { value: "invitation", label: "Invitations" },
  { value: "reminder", label: "Reminders" },
  { value: "test", label: "Test mails" },
  { value: "notice", label: "Notices to HR and leaders" },
]

function OneMail({ mail }: { mail: Mail }) {
  const [view, setView] = useState("html")
  return (
    <article className={classes.mail} id="mail" aria-label={`Mail to ${mail.name || mail.to}`}>
      <header>
        <h2>{mail.subject}</h2>
        <p>
          To {mail.name} &lt;{mail.to}&gt;, {moment(mail.sentAt)}
        </p>
        <div className={classes.tools}>
          {mail.link !== "" && (
            <Button component="a" href={mail.link} target="_blank" rel="noreferrer">
              Answer as {mail.name || mail.to}
            </Button>
          )}
          <SegmentedControl
            size="xs"
            aria-label="How to show the mail"
            value={view}
            onChange={setView}
            data={[
              { value: "html", label: "As sent" },
              { value: "text", label: "Plain text" },
            ]}
          />
        </div>
      </header>
      {view === "html" ? (
        // A frame of no origin, under the page's own script policy: what is in a mail can neither run nor reach the
        // app. Its links open beside it.
        <iframe
          className={classes.phone}
          title={`Mail: ${mail.subject}`}
          srcDoc={mail.html.replace("<head>", '<head><base target="_blank">')}
          sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
        />
      ) : (
        <pre className={classes.text}>{mail.text}</pre>
      )}
    </article>
  )
}
