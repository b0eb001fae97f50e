import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core"
import { formatFigure } from "@throughline/charts"
import { periodName } from "@throughline/org"
import { useState } from "react"
import type { CheckedKpis, KpiChoices, NewKpi } from "../api.ts"
import { count, counted } from "../format.ts"
import { DataTable } from "../frame/figure.tsx"
import { Section } from "../frame/page.tsx"
import { ImportQuestions } from "./import-questions.tsx"
import { isAsked, roleText, standingText, unitsSentence } from "./kpi-words.ts"
import classes from "./kpis.module.css"

interface Props {
  checked: CheckedKpis
  choices: KpiChoices
  busy: boolean
  /** what was said of new KPIs, by name */
  said: Record<string, NewKpi>
  onSay: (kpi: NewKpi) => void
  onChoose: (choices: KpiChoices) => void
}

/** What a file would store, before anything is stored. */
export function ImportPreview(props: Props) {
  const { checked, choices } = props
  const { notes, issues, issueCount, corrections, corrected } = checked
  return (
    <>
      {isAsked(checked) && <ImportQuestions {...props} />}
      {notes.length > 0 && (
        <ul className={classes.lines}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {checked.kpis.length > 0 && <FoundKpis {...props} />}
      {checked.units.length > 0 && <FoundUnits checked={checked} />}
      {corrected > 0 && (
        <Section
          title={`${counted(corrected, "value", "values")} would be corrected`}
          lead="The value before is kept in the history of its KPI."
        >
          <DataTable
            table={{
              caption: `${count(corrections.length)} of ${counted(corrected, "correction", "corrections")}`,
              format: formatFigure,
              columns: ["KPI", "Unit", "Period", "Before", "After"],
              rows: corrections.map(({ kpi, unit, period, before, after }) => [
                ...[kpi, unit, periodName(period), before, after],
              ]),
            }}
          />
        </Section>
      )}
      {issueCount > 0 && (
        <Section
          title={`${counted(issueCount, "cell or row", "cells or rows")} refused`}
          lead="Rows are counted as your spreadsheet counts them: the header is row 1. The rest can be imported without them."
        >
          <ul className={classes.lines}>
            {issues.map(({ row, column, message, repair }) => (
              <li key={`${row} ${column} ${message}`}>
                {row === null ? "" : `Row ${count(row)}${column === null ? "" : `, ${column}`}: `}
                {message} {repair}
              </li>
            ))}
          </ul>
          {issueCount > issues.length && (
            <p className="app-note">And {count(issueCount - issues.length)} more.</p>
          )}
        </Section>
      )}
      <Columns key={JSON.stringify(choices.columns)} {...props} />
    </>
  )
}

/** KPIs at once, until more are asked for. */
const SHOWN = 20

function FoundKpis({ checked, choices, said, onSay, onChoose }: Props) {
  const [most, setMost] = useState(SHOWN)
  const { kpis } = checked
  const skipped = choices.skip ?? []
  const isNew = kpis.filter(({ id }) => id === null).length
  return (
    <Section
      title="KPIs found"
      lead={
        isNew > 0
          ? "Of those that are new, say which way is better. The guess comes from the name; everything can be changed later."
          : "All of them are known; what they are stays as it is."
      }
    >
      <ul className="app-list">
        {kpis.slice(0, most).map((kpi) => (
          <li key={kpi.name} className={classes.row}>
            <div>
              <strong>{kpi.name}</strong>
              <p className="app-note">
                {kpi.id === null ? "New. " : ""}
                {periodName(kpi.first)}
                {kpi.first === kpi.last ? "" : ` to ${periodName(kpi.last)}`};{" "}
                {counted(kpi.values, "value", "values")}, {count(kpi.added)} new, {count(kpi.corrected)}{" "}
                corrected
                {kpi.id === null ? "" : `; ${kpi.direction} is better`}
              </p>
            </div>
            {kpi.id === null && (
              <NewOne
                kpi={
                  said[kpi.name] ?? {
                    name: kpi.name,
                    direction: kpi.direction,
                    measure: kpi.measure,
                    role: "outcome",
                  }
                }
                onSay={onSay}
                onSkip={
                  checked.layout === "columns"
                    ? () => onChoose({ ...choices, skip: [...skipped, kpi.name] })
                    : undefined
                }
              />
            )}
          </li>
        ))}
      </ul>
      {kpis.length > most && (
        <Button mt="sm" variant="default" onClick={() => setMost(kpis.length)}>
          Show all {count(kpis.length)}
        </Button>
      )}
      {skipped.length > 0 && (
        <p className="app-note">
          Left out: {skipped.join(", ")}.{" "}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              const { skip: _, ...others } = choices
              onChoose(others)
            }}
          >
            Take them in again
          </Button>
        </p>
      )}
    </Section>
  )
}

const roles = ["outcome", "indicator", "plan"] as const

function NewOne(props: { kpi: NewKpi; onSay: (kpi: NewKpi) => void; onSkip: (() => void) | undefined }) {
  const { kpi, onSay } = props
  return (
    <div className={classes.deeds}>
      <NativeSelect
        label="Better is"
        aria-label={`Better is, for ${kpi.name}`}
        value={kpi.direction}
        onChange={(event) =>
          onSay({ ...kpi, direction: event.currentTarget.value === "lower" ? "lower" : "higher" })
        }
        data={[
          { value: "higher", label: "higher" },
          { value: "lower", label: "lower" },
        ]}
      />
      <TextInput
        label="Counted in"
        aria-label={`Counted in, for ${kpi.name}`}
        w="8rem"
        maxLength={40}
        value={kpi.measure ?? ""}
        onChange={(event) => onSay({ ...kpi, measure: event.currentTarget.value })}
      />
      <NativeSelect
        label="It is a"
        aria-label={`It is a, for ${kpi.name}`}
        value={kpi.role ?? "outcome"}
        onChange={(event) => {
          const role = roles.find((one) => one === event.currentTarget.value)
          onSay({ ...kpi, role: role ?? "outcome" })
        }}
        data={roles.map((role) => ({ value: role, label: roleText[role].name }))}
      />
      {props.onSkip && (
        <Button variant="subtle" onClick={props.onSkip} aria-label={`Leave out ${kpi.name}`}>
          Leave out
        </Button>
      )}
    </div>
  )
}

function FoundUnits({ checked }: { checked: CheckedKpis }) {
  const [only, setOnly] = useState(checked.units.some(({ standing }) => standing !== "fits"))
  const shown = checked.units.filter(({ standing }) => !only || standing !== "fits")
  return (
    <Section title="Units found" lead={unitsSentence(checked)}>
      {checked.units.some(({ standing }) => standing !== "fits") && (
        <Checkbox
          mb="sm"
          label="Only labels that stand for no unit"
          checked={only}
          onChange={(event) => setOnly(event.currentTarget.checked)}
        />
      )}
      <DataTable
        table={{
          caption: "Labels of the file and what they stand for",
          columns: ["Label", "Stands for", "Known"],
          rows: shown.map((unit) => [unit.label, standingText(unit), unit.isNew ? "new" : "from before"]),
        }}
      />
    </Section>
  )
}

const names = {
  unit: "Units stand in",
  period: "Periods stand in",
  kpi: "Names of KPIs stand in",
  value: "Values stand in",
}

/** Which column is what, where it was understood wrongly. */
function Columns({ checked, choices, busy, onChoose }: Props) {
  const [columns, setColumns] = useState(choices.columns ?? {})
  const keys = ["unit", "period", "kpi", "value"] as const
  return (
    <details style={{ marginTop: "2rem" }}>
      <summary>Columns were understood wrongly?</summary>
      <form
        className={classes.form}
        style={{ marginTop: "1rem" }}
        onSubmit={(event) => {
          event.preventDefault()
          const given = Object.fromEntries(Object.entries(columns).filter(([, header]) => header !== ""))
          onChoose({ ...choices, columns: given })
        }}
      >
        {keys.map((key) => (
          <TextInput
            key={key}
            label={names[key]}
            description={key === "unit" ? "The header of the column, as your file has it" : undefined}
            placeholder={checked.columns[key] ?? ""}
            maxLength={500}
            value={columns[key] ?? ""}
            onChange={(event) => setColumns({ ...columns, [key]: event.currentTarget.value })}
          />
        ))}
        <div>
          <Button type="submit" variant="default" loading={busy}>
            Read the file again
          </Button>
        </div>
      </form>
    </details>
  )
}
