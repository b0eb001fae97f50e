import { Button } from "@mantine/core"
import { useState } from "react"
import { Link, useLocation } from "wouter"
import { api, type Kpi, type KpiList } from "../api.ts"
import { count, counted, day } from "../format.ts"
import { Empty } from "../frame/empty.tsx"
import { Page, Section } from "../frame/page.tsx"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useDeed, useKpis, useSession } from "../queries.ts"
import { KpiForm } from "./kpi-form.tsx"
import { KpiTabs } from "./kpi-tabs.tsx"
import { rangeText, roleText, stateText } from "./kpi-words.ts"
import classes from "./kpis.module.css"
import { measureText } from "./link-words.ts"

/** The business figures that are stored, and how more come in. */
export default function Figures() {
  const kpis = useKpis()
  const isHr = useSession().data?.role === "hr"
  return (
    <>
      <KpiTabs />
      <Page title="KPIs: figures" kicker="KPIs, figures" headline={headlineOf(kpis.data)} lead={LEAD}>
        <Loaded query={kpis} what="the KPIs">
          {(data) => <Stored list={data} isHr={isHr} />}
        </Loaded>
      </Page>
    </>
  )
}

const LEAD =
  "Figures by unit and period, as your files have them. No answer of anybody is in them, and what the survey tells of a unit is never changed by them."

function headlineOf(list: KpiList | undefined): string {
  if (list === undefined) return "Business figures"
  if (list.kpis.length === 0) return "No business figure yet"
  return `${counted(list.kpis.length, "KPI", "KPIs")} under ${counted(list.units, "label", "labels")}`
}

function Stored({ list, isHr }: { list: KpiList; isHr: boolean }) {
  const { kpis, unmapped } = list
  return (
    <>
      {isHr && unmapped > 0 && (
        <div className="app-attention" style={{ marginTop: "1.5rem" }}>
          <strong>
            {counted(unmapped, "label of your files stands", "labels of your files stand")} for no unit yet
          </strong>
          <p>
            Their values are kept and count nowhere. <Link href="/kpis/units">Say which units they are</Link>
          </p>
        </div>
      )}
      {kpis.length === 0 ? (
        <Empty title={isHr ? "Bring a table" : "HR has stored no KPI yet"}>
          {isHr
            ? "An Excel or CSV file with a column for the unit and figures by month, quarter or year will do: on-time delivery, sick leave, complaints. Which way is better is asked once."
            : "Once HR has imported figures, those you may see are listed here."}
        </Empty>
      ) : (
        <ul className="app-list" style={{ marginTop: "1.75rem" }}>
          {kpis.map((kpi) => (
            <Row key={kpi.id} kpi={kpi} />
          ))}
        </ul>
      )}
      {isHr && <Ways list={list} />}
    </>
  )
}

function Row({ kpi }: { kpi: Kpi }) {
  const state = stateText[kpi.state]
  return (
    <li>
      <Link href={`/kpis/figures/${kpi.id}`} className="app-linkrow">
        <strong>{kpi.name}</strong>
        <span>
          {kpi.role === "outcome" ? "" : `${roleText[kpi.role].name}; `}
          {measureText(kpi)}
        </span>
        <span>{rangeText(kpi)}</span>
        {state !== "" && kpi.state !== "empty" && <span className="app-ask">{state}</span>}
      </Link>
    </li>
  )
}

function Ways({ list }: { list: KpiList }) {
  const [, navigate] = useLocation()
  const [adding, setAdding] = useState(false)
  const add = useDeed(api.addKpi, ({ id }) => navigate(`/kpis/figures/${id}`))
  return (
    <Section
      title="More figures"
      lead="A file brings KPIs and their values at once. A program can send them every night: make it a key under Settings."
    >
      <div className={classes.deeds}>
        <Button component={Link} href="/kpis/import">
          Import a file
        </Button>
        <Button variant="default" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          Add a KPI without values
        </Button>
        <Button variant="subtle" component={Link} href="/kpis/units">
          Labels and units
        </Button>
        <Button variant="subtle" component={Link} href="/settings#keys">
          Keys for programs
        </Button>
      </div>
      {adding && (
        <div style={{ marginTop: "1.5rem" }}>
          <KpiForm
            words="Add this KPI"
            busy={add.isPending}
            onSave={(kpi) => add.mutate(kpi)}
            onCancel={() => setAdding(false)}
          />
          {add.error && <Trouble error={add.error} />}
        </div>
      )}
      {list.lastImport && <LastImport last={list.lastImport} />}
    </Section>
  )
}

function LastImport({ last }: { last: NonNullable<KpiList["lastImport"]> }) {
  const [sure, setSure] = useState(false)
  const undo = useDeed(api.undoKpiImport, () => setSure(false))
  return (
    <div style={{ marginTop: "1.5rem" }}>
      <p className="app-note">
        The last file was “{last.fileName}”, on {day(last.at)}: {counted(last.added, "value", "values")} new,{" "}
        {count(last.corrected)} corrected.
      </p>
      {undo.error && <Trouble error={undo.error} />}
      {last.canUndo &&
        (sure ? (
          <div className={classes.deeds}>
            <Button loading={undo.isPending} onClick={() => undo.mutate(undefined)}>
              Take “{last.fileName}” back
            </Button>
            <Button variant="default" onClick={() => setSure(false)}>
              Leave it as it is
            </Button>
            <p className="app-note" style={{ margin: 0 }}>
              What it corrected is as it was before, what it brought is gone. That is kept in the history too.
            </p>
          </div>
        ) : (
          <Button variant="subtle" size="compact-md" onClick={() => setSure(true)}>
            Take this import back…
          </Button>
        ))}
      <p role="status" className="app-note">
        {undo.data && `“${undo.data.fileName}” is taken back.`}
      </p>
    </div>
  )
}
