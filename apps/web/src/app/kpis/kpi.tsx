import { Button, Group, Modal } from "@mantine/core"
import { formatFigure } from "@throughline/charts"
import { periodName, shortPeriod } from "@throughline/org"
import { useState } from "react"
import { useLocation } from "wouter"
import { api, type Kpi, type KpiChanges, type KpiValues } from "../api.ts"
import { csvText, download, fileName } from "../csv.ts"
import { count, counted, moment } from "../format.ts"
import { Empty } from "../frame/empty.tsx"
import { DataTable, type FigureTable } from "../frame/figure.tsx"
import { Page, Section } from "../frame/page.tsx"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useDeed, useKpiChanges, useKpiValues, useSession } from "../queries.ts"
import { KpiForm } from "./kpi-form.tsx"
import { KpiTabs } from "./kpi-tabs.tsx"
import { rangeText, roleText, standingText, stateText } from "./kpi-words.ts"
import { measureText } from "./link-words.ts"

/** One KPI: what it is, its values by unit, and what was corrected. */
export default function KpiScreen({ id }: { id: string }) {
  const values = useKpiValues(id)
  return (
    <>
      <KpiTabs />
      <Loaded query={values} what="the KPI">
        {(data) => <Shown values={data} />}
      </Loaded>
    </>
  )
}

function Shown({ values }: { values: KpiValues }) {
  const { kpi } = values
  const isHr = useSession().data?.role === "hr"
  const lead = [
    `${roleText[kpi.role].name}: ${measureText(kpi)}; ${rangeText(kpi)}.`,
    kpi.owner === "" ? "" : `${kpi.owner} answers for it.`,
    kpi.state === "fine" ? "" : `${stateText[kpi.state]}.`,
  ]
  return (
    <Page
      title={kpi.name}
      kicker="KPIs, figures"
      headline={kpi.name}
      lead={lead.filter((part) => part !== "").join(" ")}
    >
      {isHr && <Change kpi={kpi} />}
      <Values values={values} />
      <Corrections kpi={kpi} />
      {isHr && <Delete kpi={kpi} />}
    </Page>
  )
}

function Change({ kpi }: { kpi: Kpi }) {
  const [open, setOpen] = useState(false)
  const change = useDeed(api.changeKpi, () => setOpen(false))
  const { name, measure, direction, role, owner } = kpi
  return (
    <div style={{ marginTop: "1.5rem" }}>
      {open ? (
        <KpiForm
          kpi={{ name, measure, direction, role, owner }}
          words="Save"
          busy={change.isPending}
          onSave={(body) => change.mutate({ id: kpi.id, body })}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          Change what it is
        </Button>
      )}
      {change.error && <Trouble error={change.error} />}
    </div>
  )
}

/** As many periods as a page has room for; the file has all. */
const PERIODS = 12

function Values({ values }: { values: KpiValues }) {
  const { kpi, units, periods } = values
  const all = valuesTable(values, 0, periodName)
  const from = Math.max(0, periods.length - PERIODS)
  if (units.length === 0)
    return (
      <Empty title="No value yet">
        They come with a file, or from a program with a key. A value that comes again for the same unit and
        period corrects the one before, and the one before is kept.
      </Empty>
    )
  return (
    <Section
      title="Values by unit"
      lead={`${counted(units.length, "label", "labels")} as your files have them, and the unit that each stands for.${from > 0 ? ` The newest ${PERIODS} of ${count(periods.length)} periods; the CSV has them all.` : ""}`}
    >
      <DataTable table={valuesTable(values, from, shortPeriod)} />
      <Button
        mt="sm"
        size="compact-md"
        variant="subtle"
        onClick={() => download(fileName(kpi.name), csvText(all))}
      >
        Download all values as CSV
      </Button>
    </Section>
  )
}

function valuesTable(
  { kpi, units, periods }: KpiValues,
  from: number,
  say: (period: string) => string,
): FigureTable {
  return {
    caption: `${kpi.name} (${measureText(kpi)}) by unit and period`,
    format: formatFigure,
    columns: ["Label", "Stands for", ...periods.slice(from).map(say)],
    rows: units.map((unit) => [
      ...[unit.label, standingText(unit)],
      ...unit.values.slice(from).map((value) => value ?? ""),
    ]),
  }
}

function Corrections({ kpi }: { kpi: Kpi }) {
  const changes = useKpiChanges(kpi.id)
  return (
    <Section
      title="Corrections"
      lead="Every value that replaced another, with the one before. Nothing is lost."
    >
      <Loaded query={changes} what="the corrections">
        {(data) =>
          data.count === 0 ? (
            <p className="app-note">No value has been corrected.</p>
          ) : (
            <>
              <DataTable table={changesTable(kpi, data)} />
              {data.count > data.changes.length && (
                <p className="app-source">
                  The newest {count(data.changes.length)} of {count(data.count)}.
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

const sources: Record<KpiChanges["changes"][number]["source"], string> = {
  file: "file",
  key: "program with a key",
  keeper: "keeper of a driver",
  undo: "import taken back",
}

function changesTable(kpi: Kpi, { changes }: KpiChanges): FigureTable {
  return {
    caption: `Corrections of ${kpi.name}`,
    format: formatFigure,
    columns: ["Unit", "Period", "Before", "After", "When", "By"],
    rows: changes.map(({ unit, period, before, after, at, by, source, fileName: file, undone }) => [
      ...[unit, periodName(period), before ?? "none", after ?? "none", moment(at)],
      `${by ?? "not known any more"}, ${file ?? sources[source]}${undone ? ", taken back since" : ""}`,
    ]),
  }
}

function Delete({ kpi }: { kpi: Kpi }) {
  const [, navigate] = useLocation()
  const [asking, setAsking] = useState(false)
  const remove = useDeed(api.deleteKpi, () => navigate("/kpis/figures"))
  return (
    <Section title="Delete">
      <Button variant="subtle" onClick={() => setAsking(true)}>
        Delete this KPI…
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Delete “${kpi.name}”?`} centered>
        <p style={{ marginTop: 0 }}>
          Its {counted(kpi.values, "value", "values")} and all corrections go with it, for good. Links are
          worked out without it from then on. Surveys and their results stay as they are.
        </p>
        {remove.error && <Trouble error={remove.error} />}
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Keep it
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(kpi.id)}>
            Delete “{kpi.name}”
          </Button>
        </Group>
      </Modal>
    </Section>
  )
}
