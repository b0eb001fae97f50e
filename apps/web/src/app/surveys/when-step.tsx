import { MultiSelect, NativeSelect, Radio } from "@mantine/core"
import { Link } from "wouter"
import type { Survey } from "../api.ts"
import { counted, listed, until } from "../format.ts"
import { daysBefore, zonedDay, zoneName } from "../zoned.ts"
import classes from "./fields.module.css"
import { MomentInput } from "./moment-input.tsx"
import { morningAhead } from "./morning-ahead.ts"
import { spreads, spreadText } from "./spread.ts"
import type { SettingsForm } from "./use-settings.ts"

const DAYS = [14, 10, 7, 5, 4, 3, 2, 1]

export function WhenStep({ survey, form }: { survey: Survey; form: SettingsForm }) {
  const { settings, change, faults } = form
  const { timeZone, scheduled } = survey
  const known = faults.closesAt === undefined
  return (
    <div className={classes.fields}>
      <Radio.Group
        label="Opens"
        value={settings.launchAt === null ? "launch" : "moment"}
        onChange={(value) =>
          change({ launchAt: value === "launch" ? null : morningAhead(new Date().toISOString(), timeZone) })
        }
        description={
          scheduled
            ? "It is scheduled. Take the schedule back under Launch to choose another moment."
            : undefined
        }
      >
        <div style={{ display: "grid", gap: "0.625rem", marginTop: "0.5rem" }}>
          <Radio value="launch" label="As soon as I launch it" disabled={scheduled} />
          <Radio value="moment" label="By itself, at a moment I choose" disabled={scheduled} />
        </div>
      </Radio.Group>
      {settings.launchAt !== null && (
        <MomentInput
          label="Opens at"
          zone={timeZone}
          value={settings.launchAt}
          error={faults.launchAt}
          disabled={scheduled}
          description={faults.launchAt ? undefined : `in ${until(settings.launchAt, Date.now())}`}
          onChange={(launchAt) => change({ launchAt })}
        />
      )}
      <MomentInput
        label="Closes"
        zone={timeZone}
        value={settings.closesAt}
        error={faults.closesAt}
        description={known ? `in ${until(settings.closesAt, Date.now())}` : undefined}
        onChange={(closesAt) => change({ closesAt })}
      />
      <p className="app-note" style={{ margin: 0 }}>
        Once open, it can be extended by up to 60 days. Closing it earlier takes a second HR member, so that
        nobody can open the box alone at a moment of their choosing.
      </p>
      <MultiSelect
        label="Reminders"
        description={reminderText(settings.reminders.days, settings.closesAt, timeZone)}
        data={[...new Set([...DAYS, ...settings.reminders.days])]
          .sort((a, b) => b - a)
          .map((days) => ({
            value: String(days),
            label: `${counted(days, "day", "days")} before the close`,
          }))}
        value={settings.reminders.days.map(String)}
        maxValues={5}
        clearable
        clearButtonProps={{ "aria-label": "No reminders" }}
        onChange={(value) => change({ reminders: { days: value.map(Number).sort((a, b) => b - a) } })}
      />
      <NativeSelect
        label="Mails go out"
        description="Spread them when many people share one network or one help desk."
        value={String(settings.mailSpreadMinutes)}
        data={[...new Set([...spreads, settings.mailSpreadMinutes])].map((minutes) => ({
          value: String(minutes),
          label: spreadText(minutes),
        }))}
        onChange={(event) => change({ mailSpreadMinutes: Number(event.currentTarget.value) })}
      />
      <p className="app-note" style={{ margin: 0 }}>
        All dates are in {zoneName(timeZone)}, also in the mails.{" "}
        <Link href="/settings">Change the time zone</Link>
      </p>
    </div>
  )
}

function reminderText(days: readonly number[], closesAt: string, zone: string): string {
  if (days.length === 0) return "None chosen: nobody is reminded."
  if (Number.isNaN(Date.parse(closesAt))) return "Only to those who have not answered."
  const dates = days.map((one) => zonedDay(daysBefore(closesAt, one, zone), zone))
  return `Only to those who have not answered: ${listed(dates)}.`
}
