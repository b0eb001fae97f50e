import { Button, Select, TextInput } from "@mantine/core"
import { type ReactNode, useState } from "react"
import { Link } from "wouter"
import { api, type KpiUnit, type KpiUnits, type UnitTarget } from "../api.ts"
import { count, counted } from "../format.ts"
import { Empty } from "../frame/empty.tsx"
import { Page, Section } from "../frame/page.tsx"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useDeed, useKpiUnits } from "../queries.ts"
import { KpiTabs } from "./kpi-tabs.tsx"
import { standingText } from "./kpi-words.ts"
import classes from "./kpis.module.css"
import { keyOfTarget, targetOfKey, targetOptions } from "./unit-targets.ts"

/** What the labels of KPI files stand for: found by rule, or said by HR. */
export default function UnitLabels() {
  const units = useKpiUnits()
  return (
    <>
      <KpiTabs />
      <Page
        title="Labels and units"
        kicker="KPIs, figures"
        headline={units.data ? headlineOf(units.data) : "Labels and units"}
        lead="Your KPI files name units in their own way. Here stands which unit of the org chart each label means. Values are kept under the label, so nothing is lost when a label is moved."
      >
        <Loaded query={units} what="the labels">
          {(data) => <Labels data={data} />}
        </Loaded>
      </Page>
    </>
  )
}

const isOpen = ({ standing }: KpiUnit) => standing === "unmapped" || standing === "gone"

function headlineOf({ units }: KpiUnits): string {
  const open = units.filter(isOpen).length
  if (units.length === 0) return "No label yet"
  return open === 0
    ? `Every one of ${counted(units.length, "label has its unit", "labels has its unit")}`
    : `${count(open)} of ${counted(units.length, "label stands", "labels stand")} for no unit yet`
}

function Labels({ data }: { data: KpiUnits }) {
  const map = useDeed(api.mapKpiUnit)
  const [told, setTold] = useState("")
  const open = data.units.filter(isOpen)
  const across = data.units.filter(({ standing }) => standing === "cuts-across")
  const rest = data.units.filter((unit) => !open.includes(unit) && !across.includes(unit))
  const proposed = open.filter(({ proposal }) => proposal !== null)
  const set = (unit: KpiUnit, target: UnitTarget | null, name: string) => {
    setTold(`${unit.label}: ${name}.`)
    map.mutate({ number: unit.number, target })
  }
  const row = (unit: KpiUnit) => (
    <Row
      key={unit.number}
      unit={unit}
      targets={data.targets}
      busy={map.isPending && map.variables?.number === unit.number}
      onSet={(target, name) => set(unit, target, name)}
    />
  )
  if (data.units.length === 0)
    return (
      <Empty title="Labels come with figures" action={<Link href="/kpis/import">Import figures</Link>}>
        Once a file with figures is in, each unit it names is listed here.
      </Empty>
    )
  return (
    <>
      {map.error && <Trouble error={map.error} />}
      <p role="status" className="app-note">
        {map.isSuccess && told}
      </p>
      {open.length > 0 && (
        <Section
          title="To be said"
          lead="Their values are kept, and stand in no link until you say which unit is meant."
        >
          {proposed.length > 1 && <TakeAll units={proposed} />}
          <List units={open} row={row} />
        </Section>
      )}
      {across.length > 0 && (
        <Section
          title="Cutting across"
          lead="A department counts as a unit where at least 80% of its people are in the unit and at least 80% of the unit’s people in it. These are not: their values are kept and shown, and stand in no link. In a survey it is asked again on the org chart of that day."
        >
          <List units={across} row={row} />
        </Section>
      )}
      {rest.length > 0 && (
        <Section title="In place">
          <InPlace units={rest} row={row} />
        </Section>
      )}
    </>
  )
}

/** One click takes every proposal, one after the other. */
function TakeAll({ units }: { units: readonly KpiUnit[] }) {
  const take = useDeed(async () => {
    for (const { number, proposal } of units)
      if (proposal) await api.mapKpiUnit({ number, target: proposal.target })
  })
  return (
    <>
      <Button mb="md" loading={take.isPending} onClick={() => take.mutate(undefined)}>
        Take all {count(units.length)} proposals
      </Button>
      {take.error && <Trouble error={take.error} />}
    </>
  )
}

/** Where there are many, one is found by its name. */
function InPlace(props: { units: readonly KpiUnit[]; row: (unit: KpiUnit) => ReactNode }) {
  const { units, row } = props
  const [typed, setTyped] = useState("")
  const wanted = typed.trim().toLowerCase()
  const found = units.filter((unit) =>
    `${unit.label} ${unit.targetName ?? ""}`.toLowerCase().includes(wanted),
  )
  return (
    <>
      {units.length > SHOWN && (
        <TextInput
          mb="md"
          w="20rem"
          maw="100%"
          label="Find a label or unit"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {found.length === 0 ? (
        <p className="app-note">No label of this name.</p>
      ) : (
        <List units={found} row={row} />
      )}
    </>
  )
}

/** Labels at once, until more are asked for. */
const SHOWN = 20

function List({ units, row }: { units: readonly KpiUnit[]; row: (unit: KpiUnit) => ReactNode }) {
  const [most, setMost] = useState(SHOWN)
  return (
    <>
      <ul className="app-list">{units.slice(0, most).map(row)}</ul>
      {units.length > most && (
        <Button mt="sm" variant="default" onClick={() => setMost(most + SHOWN)}>
          Show more of {count(units.length)}
        </Button>
      )}
    </>
  )
}

function Row(props: {
  unit: KpiUnit
  targets: KpiUnits["targets"]
  busy: boolean
  onSet: (target: UnitTarget | null, name: string) => void
}) {
  const { unit, targets, busy, onSet } = props
  const [choosing, setChoosing] = useState(false)
  const { proposal, cutsAcross } = unit
  const standing = cutsAcross
    ? `${standingText(unit)}: ${Math.round(cutsAcross.share * 100)}% of it is ${cutsAcross.unit}`
    : standingText(unit)
  return (
    <li className={classes.row}>
      <div>
        <strong>{unit.label}</strong>
        <p className="app-note">
          {standing}
          {unit.target === null ? "" : unit.byHand ? ", said by HR" : ", found by rule"}
        </p>
      </div>
      <div className={classes.deeds}>
        {proposal && (
          <Button
            size="compact-md"
            loading={busy}
            onClick={() => onSet(proposal.target, proposal.name)}
            aria-label={`It is ${proposal.name}: ${unit.label}`}
          >
            It is {proposal.name}
          </Button>
        )}
        {choosing ? (
          <Select
            aria-label={`What ${unit.label} stands for`}
            placeholder="Type a name"
            data={targetOptions(targets)}
            value={unit.target && keyOfTarget(unit.target)}
            searchable
            limit={100}
            autoFocus
            nothingFoundMessage="No unit or department of this name"
            onChange={(key, option) => {
              setChoosing(false)
              onSet(key === null ? null : targetOfKey(key), option?.label ?? "stands for nothing")
            }}
          />
        ) : (
          <Button
            variant="default"
            size="compact-md"
            onClick={() => setChoosing(true)}
            aria-label={`${unit.target === null ? "Choose…" : "Change…"} what ${unit.label} stands for`}
          >
            {unit.target === null ? "Choose…" : "Change…"}
          </Button>
        )}
        {unit.target === null && (
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() => onSet({ kind: "none" }, "none of ours")}
            aria-label={`None of ours: ${unit.label}`}
          >
            None of ours
          </Button>
        )}
      </div>
    </li>
  )
}
