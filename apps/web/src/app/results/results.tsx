import { NativeSelect, Select } from "@mantine/core"
import type { Release } from "@throughline/analysis"
import { Link, useLocation, useSearchParams } from "wouter"
import type { SurveySummary } from "../api.ts"
import { day } from "../format.ts"
import { Empty } from "../frame/empty.tsx"
import { Page } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useRelease, useSurveys } from "../queries.ts"
import { Layers } from "./layers.tsx"
import { firstMeasure, measureChoices } from "./measure-names.ts"
import { groupOf, units } from "./release-groups.ts"
import classes from "./results.module.css"

/** At which level does it fall? */
export default function Results(props: { id: string | undefined }) {
  const surveys = useSurveys()
  return (
    <Loaded query={surveys} what="surveys">
      {(data) => {
        const released = data.surveys.filter((survey) => survey.outcome === "released")
        const id = props.id ?? released[0]?.id
        if (id === undefined) return <NoResults surveys={data.surveys} />
        return <Released key={id} id={id} released={released} />
      }}
    </Loaded>
  )
}

function NoResults(props: { surveys: readonly SurveySummary[] }) {
  const open = props.surveys.find((survey) => survey.state === "open")
  return (
    <Page title="Results" kicker="Results" headline="No results yet">
      <Empty
        title="Results come once, when a survey closes"
        action={
          <Link href={open ? `/surveys/${open.id}` : "/surveys"}>
            {open ? `See how “${open.name}” is going` : "Go to Surveys"}
          </Link>
        }
      >
        Until then every answer stays sealed, also for you. That is what was promised to the people who
        answer.
      </Empty>
    </Page>
  )
}

function Released(props: { id: string; released: readonly SurveySummary[] }) {
  const release = useRelease(props.id)
  const [params, setParams] = useSearchParams()
  const [, navigate] = useLocation()
  return (
    <Loaded query={release} what="the results">
      {(data) => {
        const wantedGroup = params.get("group") ?? "all"
        const group = groupOf(data, wantedGroup) ? wantedGroup : "all"
        const measure = params.get("measure") ?? firstMeasure(data.measures)
        const choose = (name: "group" | "measure", value: string) =>
          setParams(
            (before) => {
              const next = new URLSearchParams(before)
              next.set(name, value)
              return next
            },
            { replace: true },
          )
        return (
          <Layers
            release={data}
            group={group}
            measure={measure}
            onGroup={(id) => choose("group", id)}
            onMeasure={(id) => choose("measure", id)}
            controls={
              <div className={classes.controls}>
                <NativeSelect
                  label="Survey"
                  value={props.id}
                  onChange={(event) => navigate(`/results/${event.currentTarget.value}`)}
                  data={surveyChoices(props.released, data)}
                />
                <Select
                  label="Measure"
                  value={measure}
                  onChange={(value) => value && choose("measure", value)}
                  data={measureChoices(data.measures)}
                  searchable
                  allowDeselect={false}
                  nothingFoundMessage="Nothing by that name"
                />
                <Select
                  label="Group"
                  value={group}
                  onChange={(value) => value && choose("group", value)}
                  data={[
                    { value: "all", label: "Whole organization" },
                    ...units(data).map((unit) => ({ value: unit.id, label: unit.name })),
                  ]}
                  searchable
                  limit={200}
                  allowDeselect={false}
                  nothingFoundMessage="No unit by that name is shown"
                />
              </div>
            }
          />
        )
      }}
    </Loaded>
  )
}

function surveyChoices(released: readonly SurveySummary[], release: Release) {
  const known = released.some((survey) => survey.id === release.survey.id)
  const own = { value: release.survey.id, label: release.survey.name }
  const all = released.map((survey) => ({
    value: survey.id,
    label: `${survey.name} (${day(survey.closedAt)})`,
  }))
  return known ? all : [own, ...all]
}
