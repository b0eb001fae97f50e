import { Button, Radio, TextInput } from "@mantine/core"
import { formatFigure } from "@throughline/charts"
import { periodName } from "@throughline/org"
import { useState } from "react"
import type { CheckedKpis, KpiChoices } from "../api.ts"
import { Section } from "../frame/page.tsx"
import classes from "./kpis.module.css"

const kinds = {
  year: "a year",
  half: "a half-year",
  quarter: "a quarter",
  month: "a month",
  week: "a week",
  day: "a single day",
}

/** What the file leaves open, in its own examples. */
export function ImportQuestions(props: {
  checked: CheckedKpis
  choices: KpiChoices
  busy: boolean
  onChoose: (choices: KpiChoices) => void
}) {
  const { checked, choices, busy, onChoose } = props
  const [own, setOwn] = useState(choices)
  const { decimals, dayFirst, periodKind, kpi } = checked.asked
  const answered =
    decimals.every(({ column }) => own.decimals?.[column] !== undefined) &&
    (dayFirst === null || own.dayFirst !== undefined) &&
    (periodKind === null || own.periodKind !== undefined) &&
    (!kpi || (own.kpi ?? "").trim() !== "")
  return (
    <Section title="What the file does not say">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (answered) onChoose(own)
        }}
      >
        {kpi && (
          <TextInput
            label="Which KPI is in this file?"
            description="It has one column of values, and no name for it."
            maxLength={120}
            value={own.kpi ?? ""}
            onChange={(event) => setOwn({ ...own, kpi: event.currentTarget.value })}
          />
        )}
        {decimals.map(({ column, example, asPoint, asComma }) => (
          <Radio.Group
            key={column}
            label={`What is “${example}” in the column ${column}?`}
            value={own.decimals?.[column] ?? ""}
            onChange={(value) =>
              setOwn({
                ...own,
                decimals: { ...own.decimals, [column]: value === "comma" ? "comma" : "point" },
              })
            }
          >
            <Radio mt="xs" value="point" label={`${formatFigure(asPoint)}: decimals stand behind a point`} />
            <Radio mt="xs" value="comma" label={`${formatFigure(asComma)}: decimals stand behind a comma`} />
          </Radio.Group>
        ))}
        {dayFirst && (
          <Radio.Group
            label={`Which day is “${dayFirst.example}”?`}
            value={own.dayFirst === undefined ? "" : String(own.dayFirst)}
            onChange={(value) => setOwn({ ...own, dayFirst: value === "true" })}
          >
            <Radio mt="xs" value="true" label={periodName(dayFirst.asDayFirst)} />
            <Radio mt="xs" value="false" label={periodName(dayFirst.asMonthFirst)} />
          </Radio.Group>
        )}
        {periodKind && (
          <Radio.Group
            label={`What does a date like “${periodKind.example}” stand for?`}
            value={own.periodKind ?? ""}
            onChange={(value) => {
              const kind = periodKind.kinds.find((one) => one === value)
              if (kind) setOwn({ ...own, periodKind: kind })
            }}
          >
            {periodKind.kinds.map((kind) => (
              <Radio key={kind} mt="xs" value={kind} label={kinds[kind]} />
            ))}
          </Radio.Group>
        )}
        <div>
          <Button type="submit" loading={busy} disabled={!answered}>
            Read the file again
          </Button>
        </div>
      </form>
    </Section>
  )
}
