import { Button, Group, TextInput } from "@mantine/core"
import { useState } from "react"
import { api, type HrTrustees, type Survey } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"

type Named = { name: string; email: string }
const ordinals = ["First", "Second", "Third"]

/** Three names and addresses. Whoever stays keeps their link and key. */
export function TrusteeForm(props: { survey: Survey; before: HrTrustees["trustees"]; done: () => void }) {
  const { survey, before, done } = props
  const [three, setThree] = useState<Named[]>(
    [0, 1, 2].map((at) => ({ name: before[at]?.name ?? "", email: before[at]?.email ?? "" })),
  )
  const [looked, setLooked] = useState(false)
  const save = useDeed(() => api.nameTrustees(survey.id, three), done)
  const faults = three.map((one, at) => faultsOf(one, three, at))
  const complete = faults.every(({ name, email }) => name === undefined && email === undefined)
  const change = (at: number, part: Partial<Named>) =>
    setThree(three.map((one, place) => (place === at ? { ...one, ...part } : one)))
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setLooked(true)
        if (complete) save.mutate(undefined)
      }}
    >
      <p className="app-note" style={{ marginTop: 0 }}>
        People whom your colleagues trust, who do not work with Throughline as HR and are not under one
        another: somebody of the works council, a data protection officer, somebody from outside. Each gets a
        personal link by mail.
      </p>
      {before.length > 0 && (
        <p className="app-note">
          Whoever you replace loses their share, and all three try new shares. A seat whose address stays the
          same keeps its key.
        </p>
      )}
      {three.map((one, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: the three seats are their places
          key={at}
          style={{ border: 0, padding: 0, margin: "1.25rem 0 0" }}
        >
          <legend style={{ fontWeight: 600, padding: 0 }}>{ordinals[at]} trustee</legend>
          <Group align="start" grow mt="xs" preventGrowOverflow={false} wrap="wrap">
            <TextInput
              label="Name"
              miw="14rem"
              autoComplete="off"
              value={one.name}
              error={looked && faults[at]?.name}
              onChange={({ currentTarget }) => change(at, { name: currentTarget.value })}
            />
            <TextInput
              label="Mail address"
              type="email"
              miw="14rem"
              autoComplete="off"
              value={one.email}
              error={looked && faults[at]?.email}
              onChange={({ currentTarget }) => change(at, { email: currentTarget.value })}
            />
          </Group>
        </fieldset>
      ))}
      {save.error && <Trouble error={save.error} />}
      <Group mt="lg">
        <Button type="submit" loading={save.isPending}>
          {before.length === 0 ? "Name these three and write to them" : "Save and write to the new ones"}
        </Button>
        {before.length > 0 && (
          <Button variant="default" onClick={done}>
            Leave it as it is
          </Button>
        )}
      </Group>
    </form>
  )
}

function faultsOf(one: Named, three: readonly Named[], at: number): Partial<Named> {
  const { name, email } = { name: one.name.trim(), email: one.email.trim().toLowerCase() }
  const twice = three.findIndex((other) => other.email.trim().toLowerCase() === email) < at
  return {
    ...(name === "" ? { name: "Give a name." } : {}),
    ...(!/^[^\s@]+@[^\s@]+$/.test(email)
      ? { email: "Give a mail address." }
      : twice
        ? { email: "This address is there already. It takes three different people." }
        : {}),
  }
}
