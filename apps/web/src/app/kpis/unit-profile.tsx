import { Select } from "@mantine/core"
import { TimePanels } from "@throughline/charts"
import type { ReactNode } from "react"
import { Link } from "wouter"
import type { ResultSummary, UnitProfile, ViewedRelease } from "../api.ts"
import { fileName } from "../csv.ts"
import { Empty } from "../frame/empty.tsx"
import { Figure } from "../frame/figure.tsx"
import { Page } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useRelease, useSession, useUnitProfile } from "../queries.ts"
import { OfReleased } from "../results/of-released.tsx"
import classes from "../results/results.module.css"
import { groupLabel } from "../results/told-groups.ts"
import { useChoice } from "../results/told-screen.tsx"
import { KpiTabs } from "./kpi-tabs.tsx"
import { profileFinding, profilePanels, profileTable, profileTicks } from "./profile-tables.ts"
import { SurveyOf } from "./survey-of.tsx"

/** One unit: how clear the message is to it, survey by survey, beside the figures it is run by. */
export default function UnitProfileScreen() {
  const [choice] = useChoice()
  return (
    <>
      <KpiTabs />
      <OfReleased
        id={choice.get("survey") ?? undefined}
        draw={(id, released) => <OfSurvey key={id} id={id} released={released} />}
      />
    </>
  )
}

function OfSurvey({ id, released }: { id: string; released: readonly ResultSummary[] }) {
  const release = useRelease(id)
  return (
    <Loaded query={release} what="the units">
      {(data) => <Units release={data} released={released} />}
    </Loaded>
  )
}

function Units({ release, released }: { release: ViewedRelease; released: readonly ResultSummary[] }) {
  const [choice, choose] = useChoice()
  const units = release.groups.filter(({ kind }) => kind === "unit")
  const own = release.own?.group
  const unit = units.find(({ id }) => id === (choice.get("unit") ?? own)) ?? units[0]
  const facts = { title: "KPIs: unit profile", kicker: `KPIs, unit profile · ${release.survey.name}` }
  const controls = (
    <div className={classes.controls}>
      <SurveyOf id={release.survey.id} released={released} />
      {unit && (
        <Select
          label="Unit"
          value={unit.id}
          onChange={(value) => value && choose("unit", value)}
          data={units.map((one) => ({ value: one.id, label: groupLabel(one) }))}
          searchable
          limit={200}
          allowDeselect={false}
          nothingFoundMessage="No unit of this name"
        />
      )}
    </div>
  )
  if (unit === undefined)
    return (
      <Page {...facts} headline="This survey tells of no unit">
        {controls}
        <Empty title="There is nothing to set beside each other">
          In every unit too few answered, or the survey was not cut by unit. Another survey may tell of them.
        </Empty>
      </Page>
    )
  return <OfUnit key={unit.id} facts={facts} survey={release.survey} group={unit.id} controls={controls} />
}

function OfUnit(props: {
  facts: { title: string; kicker: string }
  survey: { id: string; name: string }
  group: string
  controls: ReactNode
}) {
  const profile = useUnitProfile(props.survey.id, props.group)
  const finding = profile.data && profileFinding(profile.data)
  return (
    <Page {...props.facts} headline={finding?.headline ?? "One unit over time"} lead={finding?.sure}>
      {props.controls}
      <Loaded query={profile} what="the unit">
        {(data) => <Profile profile={data} survey={props.survey} />}
      </Loaded>
    </Page>
  )
}

function Profile({ profile, survey }: { profile: UnitProfile; survey: { name: string } }) {
  const isHr = useSession().data?.role === "hr"
  const panels = profilePanels(profile)
  return (
    <>
      <Figure
        headline={`${profile.unit.name} over time`}
        sure="Heavy is what the surveys tell, thin what the business counts. A gap means that nothing is told or stored there."
        file={fileName(survey.name, profile.unit.name, "profile")}
        table={profileTable(profile)}
        source={
          <>
            Survey results as they are told, and KPIs as they are stored today.{" "}
            <Link href="/method#links">How this is made</Link>
          </>
        }
        draw={(width) => (
          <TimePanels
            title={`${profile.unit.name} over time`}
            panels={panels}
            ticks={profileTicks(panels)}
            width={width}
          />
        )}
      />
      {profile.kpis.length === 0 && (
        <Empty
          title="No KPI has a value of this unit"
          action={isHr && <Link href="/kpis/units">Look which labels stand for which unit</Link>}
        >
          Either its figures were never imported, or they stand under a label that is not mapped to it.
        </Empty>
      )}
    </>
  )
}
