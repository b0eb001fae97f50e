import { Button, NumberInput, Select, Switch, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { useLocation } from "wouter"
import { api, type DriverBrief } from "../api.ts"
import { Loaded, Trouble } from "../frame/states.tsx"
import { roleText } from "../members/role-text.ts"
import { useDeed, useKpis, useMembers } from "../queries.ts"
import classes from "./drivers.module.css"

const EMPTY = {
  name: "",
  indicator: null as string | null,
  outcome: null as string | null,
  plan: null as string | null,
  horizon: 1,
  target: null as number | null,
  deadline: "",
  keeper: null as string | null,
  receiver: null as string | null,
  active: true,
}

/** A driver as HR adds or changes it. What it is fitted on stays: another KPI is another driver. */
export function DriverForm(props: { driver?: DriverBrief; onDone: () => void }) {
  const { driver, onDone } = props
  const kpis = useKpis()
  const members = useMembers()
  const [, navigate] = useLocation()
  const [given, setGiven] = useState(
    driver === undefined
      ? EMPTY
      : {
          ...{ name: driver.name, indicator: driver.indicator.id, outcome: driver.outcome.id },
          ...{ plan: driver.plan?.id ?? null, horizon: driver.horizon, target: driver.target },
          ...{ deadline: driver.deadline ?? "", keeper: driver.keeper?.id ?? null },
          ...{ receiver: driver.receiver?.id ?? null, active: driver.active },
        },
  )
  const save = useDeed(
    async () => {
      const { indicator, outcome, horizon, active, deadline, ...rest } = given
      const changeable = { ...rest, name: rest.name.trim(), deadline: deadline === "" ? null : deadline }
      if (driver !== undefined) {
        await api.changeDriver(driver.id, { ...changeable, active })
        return driver.id
      }
      const added = { ...changeable, indicator: indicator ?? "", outcome: outcome ?? "", horizon }
      return (await api.addDriver(added)).driver
    },
    (id) => {
      onDone()
      if (driver === undefined) navigate(`/drivers/${id}`)
    },
  )
  const set = (more: Partial<typeof EMPTY>) => setGiven({ ...given, ...more })
  const ready =
    given.name.trim() !== "" &&
    given.indicator !== null &&
    given.outcome !== null &&
    given.indicator !== given.outcome
  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready) save.mutate(undefined)
  }
  return (
    <Loaded query={kpis} what="the KPIs">
      {({ kpis }) => {
        const of = (role: "indicator" | "outcome" | "plan") =>
          kpis.filter((kpi) => kpi.role === role).map(({ id, name }) => ({ value: id, label: name }))
        const people = (members.data?.members ?? [])
          .filter(({ role }) => role !== "operator")
          .map(({ id, name, role }) => ({ value: id, label: `${name}, ${roleText[role].name}` }))
        return (
          <form onSubmit={submit} className={classes.form}>
            <TextInput
              label="Name"
              required
              maxLength={120}
              value={given.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              data-autofocus
            />
            {driver === undefined && (
              <>
                <Select
                  label="Indicator"
                  description="What runs ahead: a KPI marked as an indicator."
                  required
                  data={of("indicator")}
                  value={given.indicator}
                  onChange={(indicator) => set({ indicator })}
                  nothingFoundMessage="No KPI is marked as an indicator"
                />
                <Select
                  label="Outcome"
                  description="The KPI it may foretell."
                  required
                  data={of("outcome")}
                  value={given.outcome}
                  onChange={(outcome) => set({ outcome })}
                />
                <NumberInput
                  label="How many periods ahead"
                  description="Decided once, before anybody has looked whether it works."
                  min={1}
                  max={24}
                  allowDecimal={false}
                  value={given.horizon}
                  onChange={(value) => set({ horizon: Number(value) || 1 })}
                />
              </>
            )}
            <Select
              label="Plan"
              description="What was planned of the outcome. Without one no unit can miss it, and no alert goes out."
              clearable
              data={of("plan")}
              value={given.plan}
              onChange={(plan) => set({ plan })}
            />
            <div className={classes.pair}>
              <NumberInput
                label="Target of the indicator"
                value={given.target ?? ""}
                onChange={(value) => set({ target: value === "" ? null : Number(value) })}
              />
              <TextInput
                label="Deadline"
                type="date"
                value={given.deadline}
                onChange={(event) => set({ deadline: event.currentTarget.value })}
              />
            </div>
            <Select
              label="Keeper"
              description="Enters the indicator’s values, and sees this driver. Invite keepers under Members."
              clearable
              searchable
              data={people}
              value={given.keeper}
              onChange={(keeper) => set({ keeper })}
            />
            <Select
              label="Alerts go to"
              description="Gets one mail for each period in which a unit will likely miss its plan."
              clearable
              searchable
              data={people}
              value={given.receiver}
              onChange={(receiver) => set({ receiver })}
            />
            {driver !== undefined && (
              <Switch
                label="Active: predictions are made and alerts sent"
                checked={given.active}
                onChange={(event) => set({ active: event.currentTarget.checked })}
              />
            )}
            {save.error && <Trouble error={save.error} />}
            <div className={classes.deeds}>
              <Button type="submit" loading={save.isPending} disabled={!ready}>
                {driver === undefined ? "Add this driver" : "Save"}
              </Button>
              <Button variant="default" onClick={onDone}>
                Leave it
              </Button>
            </div>
          </form>
        )
      }}
    </Loaded>
  )
}
