import { Button, NativeSelect, TextInput } from "@mantine/core"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { type ApiKeyList, api } from "../api.ts"
import { day, moment } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Loaded, Trouble } from "../frame/states.tsx"
import classes from "../kpis/kpis.module.css"
import { useApiKeys, useDeed } from "../queries.ts"

type Key = ApiKeyList["keys"][number]

/** Keys with which programs send figures: made here, shown once, taken back here. */
export function ApiKeys() {
  const keys = useApiKeys()
  return (
    <Section
      id="keys"
      title="Keys for programs"
      lead="With a key a program can send KPI values, every night if you like. It can do nothing else: it reads nothing, and it comes near no survey and no answer."
    >
      <NewKey />
      <Loaded query={keys} what="the keys">
        {(list) => <Keys keys={list.keys} />}
      </Loaded>
    </Section>
  )
}

/** How long a key holds, in days; "": until it is taken back. */
const lives = [
  { value: "365", label: "one year" },
  { value: "90", label: "90 days" },
  { value: "", label: "until it is taken back" },
]

function NewKey() {
  const [name, setName] = useState("")
  const [life, setLife] = useState("365")
  const make = useDeed(api.makeApiKey, () => setName(""))
  function submit(event: FormEvent) {
    event.preventDefault()
    const until = new Date()
    until.setUTCDate(until.getUTCDate() + Number(life))
    if (name.trim() !== "")
      make.mutate({ name: name.trim(), expiresAt: life === "" ? null : until.toISOString() })
  }
  return (
    <>
      <form onSubmit={submit} className={classes.deeds}>
        <TextInput
          label="Which program is it for?"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label="It holds"
          value={life}
          onChange={(event) => setLife(event.currentTarget.value)}
          data={lives}
        />
        <Button type="submit" loading={make.isPending} disabled={name.trim() === ""}>
          Make a key
        </Button>
      </form>
      {make.error && <Trouble error={make.error} />}
      {make.data && <Made secret={make.data.key} onRead={() => make.reset()} />}
    </>
  )
}

function example(secret: string): string {
  const body = JSON.stringify({
    values: [{ kpi: "On-time delivery", unit: "Assembly", period: "2026-07", value: 92.4 }],
  })
  return [
    `curl -X POST ${window.location.origin}/api/kpis/values \\`,
    `  -H "Authorization: Bearer ${secret}" \\`,
    '  -H "Content-Type: application/json" \\',
    `  -d '${body}'`,
  ].join("\n")
}

/** The only moment at which the key is to be seen. */
function Made({ secret, onRead }: { secret: string; onRead: () => void }) {
  const box = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState("")
  useEffect(() => box.current?.focus(), [])
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setSaid("Copied."),
      () => setSaid("This browser does not allow copying. Mark the key and copy it by hand."),
    )
  return (
    <div className="app-done" ref={box} tabIndex={-1} style={{ marginTop: "1.25rem" }}>
      <strong>Copy this key now. It is shown this once and stored nowhere.</strong>
      <code className={classes.secret}>{secret}</code>
      <div className={classes.deeds}>
        <Button size="compact-md" onClick={copy}>
          Copy the key
        </Button>
        <Button size="compact-md" variant="default" onClick={onRead}>
          I have it
        </Button>
        <span role="status">{said}</span>
      </div>
      <p>This sends one value; up to 20,000 go at once:</p>
      <code className={classes.secret}>{example("YOUR-KEY")}</code>
    </div>
  )
}

function Keys({ keys }: { keys: readonly Key[] }) {
  const revoke = useDeed(api.revokeApiKey)
  if (keys.length === 0) return <p className="app-note">No key has been made.</p>
  return (
    <>
      {revoke.error && <Trouble error={revoke.error} />}
      <ul className="app-list" style={{ marginTop: "1.5rem" }}>
        {keys.map((key) => (
          <li key={key.id} className={classes.row}>
            <div>
              <strong>{key.name}</strong>
              <p className="app-note">{standing(key)}</p>
            </div>
            {key.state === "holds" && (
              <Revoke
                name={key.name}
                busy={revoke.isPending && revoke.variables === key.id}
                onRevoke={() => revoke.mutate(key.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Revoke(props: { name: string; busy: boolean; onRevoke: () => void }) {
  const [sure, setSure] = useState(false)
  if (!sure)
    return (
      <Button
        variant="subtle"
        size="compact-md"
        aria-label={`Take back the key of ${props.name}`}
        onClick={() => setSure(true)}
      >
        Take back…
      </Button>
    )
  return (
    <div className={classes.deeds}>
      <Button color="red" size="compact-md" loading={props.busy} onClick={props.onRevoke}>
        Take it back now
      </Button>
      <Button variant="default" size="compact-md" onClick={() => setSure(false)}>
        Leave it
      </Button>
    </div>
  )
}

function standing({ state, createdAt, createdBy, expiresAt, revokedAt, lastUsedOn }: Key): string {
  const made = `Made ${day(createdAt)}${createdBy === null ? "" : ` by ${createdBy}`}`
  const used = lastUsedOn === null ? "never used" : `last used ${day(lastUsedOn)}`
  if (state === "revoked") return `${made}, ${used}; taken back ${moment(revokedAt)}`
  if (state === "expired") return `${made}, ${used}; over since ${day(expiresAt)}`
  return `${made}, ${used}; holds ${expiresAt === null ? "until it is taken back" : `until ${day(expiresAt)}`}`
}
