import { Button, NumberInput, Select } from "@mantine/core"
import { periodName } from "@throughline/org"
import { type FormEvent, useState } from "react"
import { api, type DriverDetail } from "../api.ts"
import { counted } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { useUnsaved } from "../leave-guard.tsx"
import { useDeed } from "../queries.ts"
import classes from "./drivers.module.css"
import { feedPeriods } from "./feed-periods.ts"

/** The keeper's form: one value a unit, for the newest period or the one after it. */
export function Feed({ driver }: { driver: DriverDetail }) {
  const { indicator, units, periods, series } = driver
  const [today] = useState(() => new Date().toISOString())
  const choice = feedPeriods(driver, today)
  const [period, setPeriod] = useState(choice?.first ?? "")
  const [entered, setEntered] = useState<Record<number, number | "">>({})
  const at = periods.indexOf(period)
  const before = (place: number) => series.indicator[at]?.[place] ?? null
  const changed = units.flatMap(({ number }, place) => {
    const value = entered[number]
    return value === undefined || value === "" || value === before(place)
      ? []
      : [{ unit: number, period, value }]
  })
  const save = useDeed(
    () => api.feedDriver(driver.id, changed),
    () => setEntered({}),
  )
  useUnsaved(changed.length > 0 ? "The values you entered are" : "")
  function submit(event: FormEvent) {
    event.preventDefault()
    if (changed.length > 0) save.mutate(undefined)
  }
  if (choice === undefined || units.length === 0)
    return (
      <Section title={`Enter ${indicator.name.toLowerCase()}`}>
        <p className="app-note">HR imports the first figures; from then on you enter the newest here.</p>
      </Section>
    )
  return (
    <Section
      title={`Enter ${indicator.name.toLowerCase()}`}
      lead={`One value for each unit${indicator.measure === "" ? "" : `, in ${indicator.measure}`}. What you leave empty stays as it is. A value that was there is corrected, and the one before is kept with your name.`}
    >
      <form onSubmit={submit}>
        <Select
          label="Period"
          maw={280}
          allowDeselect={false}
          data={choice.periods.map((value) => ({ value, label: periodName(value) }))}
          value={period}
          onChange={(value) => {
            if (value === null) return
            setPeriod(value)
            setEntered({})
          }}
        />
        <div className={classes.values}>
          {units.map(({ number, label }, place) => (
            <div key={number} className={classes.value}>
              <label htmlFor={`value-${number}`}>
                {label}
                <small>{before(place) === null ? "no value yet" : `now ${before(place)}`}</small>
              </label>
              <NumberInput
                id={`value-${number}`}
                hideControls
                value={entered[number] ?? ""}
                placeholder={before(place) === null ? "" : String(before(place))}
                onChange={(value) => setEntered({ ...entered, [number]: value === "" ? "" : Number(value) })}
              />
            </div>
          ))}
        </div>
        {save.error && <Trouble error={save.error} />}
        <Button type="submit" loading={save.isPending} disabled={changed.length === 0}>
          {changed.length === 0 ? "Save" : `Save ${counted(changed.length, "value", "values")}`}
        </Button>
        <p role="status" className="app-note">
          {save.isSuccess &&
            changed.length === 0 &&
            "Saved. What is foretold is worked out anew within the hour."}
        </p>
      </form>
    </Section>
  )
}
