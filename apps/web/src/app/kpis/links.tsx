import { Button, NativeSelect } from "@mantine/core"
import type { LinkPair } from "@throughline/analysis"
import { ForestPlot } from "@throughline/charts"
import { useEffect, useRef, useState } from "react"
import { Link } from "wouter"
import type { Links, ResultSummary } from "../api.ts"
import { fileName } from "../csv.ts"
import { count } from "../format.ts"
import { Empty } from "../frame/empty.tsx"
import { Figure } from "../frame/figure.tsx"
import { Page, Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useLinks, useSession } from "../queries.ts"
import { OfReleased } from "../results/of-released.tsx"
import classes from "../results/results.module.css"
import { useChoice } from "../results/told-screen.tsx"
import { Beside } from "./beside.tsx"
import { KpiTabs } from "./kpi-tabs.tsx"
import { LeftOut } from "./left-out.tsx"
import { forestRows, pairId, pairsTable } from "./link-tables.ts"
import { linksFinding, neededText } from "./link-words.ts"
import { PairView } from "./pair-view.tsx"
import { SurveyOf } from "./survey-of.tsx"

/** Does it matter for the business? Every topic with every KPI, over units. */
export default function LinksScreen() {
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
  const links = useLinks(id)
  return (
    <Loaded query={links} what="the links">
      {(data) => <Shown links={data} released={released} />}
    </Loaded>
  )
}

function Shown({ links, released }: { links: Links; released: readonly ResultSummary[] }) {
  const role = useSession().data?.role
  const where = role === "leader" ? " in your unit" : ""
  const facts = { title: "KPIs: links", kicker: `KPIs, links · ${links.survey.name}` }
  const survey = (
    <div className={classes.controls}>
      <SurveyOf id={links.survey.id} released={released} />
    </div>
  )
  if (links.kpis.length === 0)
    return (
      <Page {...facts} headline="Does it matter for the business?">
        {survey}
        <NoKpis role={role} />
      </Page>
    )
  if (links.pairs.length === 0)
    return (
      <Page
        {...facts}
        headline={`No pair of a topic and a KPI can be looked at${where} yet`}
        lead="What is missing stands below, KPI by KPI."
      >
        {survey}
        <LeftOut links={links} isHr={role === "hr"} />
      </Page>
    )
  const { headline, sure } = linksFinding(links, where)
  return (
    <Page {...facts} headline={headline} lead={sure}>
      {survey}
      <Pairs links={links} />
      <Beside links={links} />
      <LeftOut links={links} isHr={role === "hr"} />
    </Page>
  )
}

/** Pairs at once, until more are asked for. */
const SHOWN = 15

function Pairs({ links }: { links: Links }) {
  const [choice, choose] = useChoice()
  const [most, setMost] = useState(SHOWN)
  const detail = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState(0)
  // Whoever chose a pair reads on at its picture.
  useEffect(() => {
    if (asked > 0) detail.current?.focus()
  }, [asked])
  const ofKpi = choice.get("kpi") ?? ""
  const ofTopic = choice.get("topic") ?? ""
  const pairs = links.pairs.filter(
    ({ kpi, construct }) => (ofKpi === "" || kpi === ofKpi) && (ofTopic === "" || construct === ofTopic),
  )
  const chosen = pairs.find((pair) => pairId(pair) === choice.get("pair")) ?? pairs[0]
  const shown = pairs.slice(0, most)
  const select = (id: string) => {
    choose("pair", id)
    setAsked(asked + 1)
  }
  return (
    <>
      <div className={classes.controls}>
        <NativeSelect
          label="KPI"
          value={ofKpi}
          onChange={(event) => choose("kpi", event.currentTarget.value)}
          data={[{ value: "", label: "All KPIs" }, ...linked(links).map(optionOf)]}
        />
        <NativeSelect
          label="Topic"
          value={ofTopic}
          onChange={(event) => choose("topic", event.currentTarget.value)}
          data={[{ value: "", label: "All topics" }, ...links.constructs.map(optionOf)]}
        />
      </div>
      {pairs.length === 0 ? (
        <Empty title="No pair of these two">Choose another KPI or topic.</Empty>
      ) : (
        <Figure
          headline={`${pairs.length === links.pairs.length ? "All" : "These"} pairs, the surest first`}
          sure={`Each row is a topic and a KPI over units; the dot is their correlation, the line its 95% interval. What counts as a link is judged for all ${count(links.pairs.length)} pairs together, whichever you look at. ${neededText(links)}`}
          file={fileName(links.survey.name, "links")}
          table={pairsTable(links, pairs)}
          source={<LinkSource links={links} />}
          draw={(width) => (
            <ForestPlot
              title="Pairs of a topic and a KPI"
              rows={forestRows(links, shown)}
              selected={chosen ? pairId(chosen) : undefined}
              onSelect={select}
              width={width}
            />
          )}
        />
      )}
      {pairs.length > shown.length && (
        <Button mt="md" variant="default" onClick={() => setMost(most + SHOWN)}>
          Show {count(Math.min(SHOWN, pairs.length - shown.length))} more of {count(pairs.length)} pairs
        </Button>
      )}
      {chosen && <Chosen pair={chosen} links={links} focus={detail} />}
    </>
  )
}

function Chosen(props: { pair: LinkPair; links: Links; focus: { current: HTMLDivElement | null } }) {
  const { pair, links } = props
  return (
    <div ref={props.focus} tabIndex={-1} style={{ outline: "none" }}>
      <PairView key={pairId(pair)} links={links} pair={pair} source={<LinkSource links={links} />} />
    </div>
  )
}

const optionOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

/** KPIs that are in some pair. */
const linked = ({ kpis, pairs }: Links) => {
  const inPairs = new Set(pairs.map(({ kpi }) => kpi))
  return kpis.filter(({ id }) => inPairs.has(id))
}

function LinkSource({ links }: { links: Links }) {
  const waves = links.waves.map(({ name }) => name).join(", ")
  return (
    <>
      {waves}: {count(links.left.used)} of {count(links.left.total)} units, from results as they are told.{" "}
      <Link href="/method#links">How this is made</Link>
    </>
  )
}

function NoKpis({ role }: { role: string | undefined }) {
  if (role === "hr")
    return (
      <Empty
        title="There is no business figure yet"
        action={<Link href="/kpis/import">Import figures by unit and period</Link>}
      >
        Bring one table, Excel or CSV, with figures that units are run by: on-time delivery, sick leave, sales
        under plan. Ten units or more with a figure near the survey are needed before anything can be told.
      </Empty>
    )
  return (
    <Section title="There is no business figure yet">
      <p className="app-note">
        {role === "leader"
          ? "HR has stored no figure of your unit or below it. Once there is one, it stands here beside your results."
          : "HR has stored no KPI yet. Once there is one, it stands here beside the results."}
      </p>
    </Section>
  )
}
