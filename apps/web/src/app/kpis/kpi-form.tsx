import { Button, Radio, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import type { KpiBody } from "../api.ts"
import { useUnsaved } from "../leave-guard.tsx"
import { roleText } from "./kpi-words.ts"
import classes from "./kpis.module.css"

const EMPTY: KpiBody = { name: "", measure: "", direction: "higher", role: "outcome", owner: "" }
const roles = ["outcome", "indicator", "plan"] as const

/** What a KPI is: which way is better is asked in words, never guessed from a sign. */
export function KpiForm(props: {
  kpi?: KpiBody
  words: string
  busy: boolean
  onSave: (kpi: KpiBody) => void
  onCancel: () => void
}) {
  const before = props.kpi ?? EMPTY
  const [kpi, setKpi] = useState(before)
  const set = (more: Partial<KpiBody>) => setKpi({ ...kpi, ...more })
  const changed = JSON.stringify(kpi) !== JSON.stringify(before)
  useUnsaved(changed ? "This KPI is" : "")
  function submit(event: FormEvent) {
    event.preventDefault()
    if (kpi.name.trim() !== "") props.onSave({ ...kpi, name: kpi.name.trim() })
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        label="Name"
        required
        maxLength={120}
        value={kpi.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Radio.Group
        label="Which way is better?"
        value={kpi.direction}
        onChange={(value) => set({ direction: value === "lower" ? "lower" : "higher" })}
      >
        <Radio mt="xs" value="higher" label="Higher is better: on-time delivery, sales, first-time fixes" />
        <Radio mt="xs" value="lower" label="Lower is better: sick leave, complaints, cost" />
      </Radio.Group>
      <TextInput
        label="Counted in"
        description="Percent, EUR, days. It stands at every axis."
        maxLength={40}
        value={kpi.measure}
        onChange={(event) => set({ measure: event.currentTarget.value })}
      />
      <Radio.Group
        label="What it is"
        value={kpi.role}
        onChange={(value) => set({ role: roles.find((role) => role === value) ?? "outcome" })}
      >
        {roles.map((role) => (
          <Radio
            key={role}
            mt="xs"
            value={role}
            label={roleText[role].name}
            description={roleText[role].says}
          />
        ))}
      </Radio.Group>
      <TextInput
        label="Who answers for it"
        description="A name or a function; nobody gets a mail."
        maxLength={120}
        value={kpi.owner}
        onChange={(event) => set({ owner: event.currentTarget.value })}
      />
      <div className={classes.deeds}>
        <Button type="submit" loading={props.busy} disabled={kpi.name.trim() === "" || !changed}>
          {props.words}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          Leave it
        </Button>
      </div>
    </form>
  )
}
