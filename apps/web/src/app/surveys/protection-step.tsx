import { NumberInput } from "@mantine/core"
import { Link } from "wouter"
import type { Survey } from "../api.ts"
import classes from "./fields.module.css"
import { PromiseText } from "./promise.tsx"
import type { SettingsForm } from "./use-settings.ts"

export function ProtectionStep({ survey, form }: { survey: Survey; form: SettingsForm }) {
  const { settings, change } = form
  return (
    <>
      <div className={classes.fields}>
        <NumberInput
          label="Smallest group that is ever shown"
          description="5 is the least. A larger one protects better and shows less. It cannot be changed after launch."
          min={5}
          max={100}
          clampBehavior="blur"
          allowDecimal={false}
          value={settings.k}
          onChange={(value) => {
            if (typeof value === "number" && value >= 5 && value <= 100) change({ k: value })
          }}
        />
      </div>
      <h3 style={{ margin: "1.75rem 0 0.25rem" }}>The promise</h3>
      <p className="app-note" style={{ margin: "0 0 1rem" }}>
        Respondents read this before the first question. It follows from these settings.{" "}
        <Link href="/method">How it is kept</Link>
      </p>
      <PromiseText lines={survey.promise} />
    </>
  )
}
