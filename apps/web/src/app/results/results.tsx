import { Select } from "@mantine/core"
import { type ReactNode, useMemo } from "react"
import { useSearchParams } from "wouter"
import { outlineWillDo } from "../ahead.ts"
import type { ResultSummary, ViewedRelease } from "../api.ts"
import { Page } from "../frame/page.tsx"
import { Loaded, Waiting } from "../frame/states.tsx"
import { useOutlineFirst, useReleaseItems } from "../queries.ts"
import { nothingShown } from "./cell-text.ts"
import { Layers } from "./layers.tsx"
import { constructOf, firstMeasure, measureChoices } from "./measure-names.ts"
import { OfReleased } from "./of-released.tsx"
import { firstGroup, groupOf, rootOf, units } from "./release-groups.ts"
import classes from "./results.module.css"
import { SurveyChoice } from "./survey-choice.tsx"
import { withItems } from "./with-items.ts"

/** At which level does it fall? */
export default function Results(props: { id: string | undefined }) {
  const [params] = useSearchParams()
  // The largest part by far: asked for at the same time as the list of surveys.
  useOutlineFirst(props.id, outlineWillDo(params))
  return (
    <OfReleased id={props.id} draw={(id, released) => <Released key={id} id={id} released={released} />} />
  )
}

function Released(props: { id: string; released: readonly ResultSummary[] }) {
  const [params, setParams] = useSearchParams()
  const { query, isOutline } = useOutlineFirst(props.id, outlineWillDo(params))
  return (
    <Loaded query={query} what="the results">
      {(data) => {
        const choices = measureChoices(data.measures)
        const known = (id: string | null) =>
          choices.some(({ items }) => items.some(({ value }) => value === id))
        const wanted = params.get("measure")
        const measure = wanted !== null && known(wanted) ? wanted : firstMeasure(data.measures)
        const group = groupOf(data, params.get("group") ?? "")?.id ?? firstGroup(data)
        const choose = (name: "group" | "measure", value: string) =>
          setParams(
            (before) => {
              const next = new URLSearchParams(before)
              next.set(name, value)
              return next
            },
            { replace: true },
          )
        const survey = <SurveyChoice released={props.released} release={data} />
        // Where the whole is hidden, a unit may be shown: the release tells.
        if (isOutline && group === undefined) return <Waiting what="the results" />
        if (group === undefined || measure === "") {
          return (
            <NothingToShow release={data} measured={measure !== ""}>
              {survey}
            </NothingToShow>
          )
        }
        return (
          <WithItems
            release={data}
            group={group}
            measure={measure}
            isOutline={isOutline}
            onGroup={(id) => choose("group", id)}
            onMeasure={(id) => choose("measure", id)}
            controls={
              <div className={classes.controls}>
                {survey}
                <Select
                  label="Measure"
                  value={measure}
                  onChange={(value) => value && choose("measure", value)}
                  data={choices}
                  searchable
                  allowDeselect={false}
                  nothingFoundMessage="Nothing by that name"
                />
                <Select
                  label="Group"
                  value={group}
                  onChange={(value) => value && choose("group", value)}
                  data={groupChoices(data)}
                  disabled={isOutline}
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

/** Single questions come when somebody looks at them; their construct does not wait for them. */
function WithItems(props: Omit<Parameters<typeof Layers>[0], "instead">) {
  const { release, measure, isOutline } = props
  const construct = constructOf(release.measures, measure)
  const items = useReleaseItems(release.survey.id, isOutline ? undefined : construct?.id)
  const whole = useMemo(
    () => (items.data === undefined ? release : withItems(release, items.data)),
    [release, items.data],
  )
  const instead = items.data === undefined && (
    <Loaded query={items} what="the questions">
      {() => null}
    </Loaded>
  )
  if (construct && construct.id !== measure && instead) return instead
  return <Layers {...props} release={whole} instead={instead} />
}

/** A release without a figure by layer: too few in the unit, or a questionnaire that measures nothing. */
function NothingToShow(props: { release: ViewedRelease; measured: boolean; children: ReactNode }) {
  const { release } = props
  const whose = release.own ? ` in ${release.own.name}` : ""
  const cells = Object.values(groupOf(release, rootOf(release))?.cells ?? {})
  const reasons = cells.flatMap((cell) => (cell.state === "hidden" ? [cell.reason] : []))
  const nothing = nothingShown(reasons, whose, release.survey.k)
  return (
    <Page
      title="Results: layers"
      kicker={`Results, by layer · ${release.survey.name}`}
      headline={props.measured ? nothing.headline : "Nothing to compare from layer to layer"}
      lead={
        props.measured
          ? nothing.lead
          : "This questionnaire has no statements to agree or disagree with, which is what layers are compared by."
      }
    >
      <div className={classes.controls}>{props.children}</div>
    </Page>
  )
}

function groupChoices(release: ViewedRelease) {
  const root = rootOf(release)
  return [
    ...(root === "all" ? [{ value: "all", label: "Whole organization" }] : []),
    ...units(release).map(({ id, name }) => ({
      value: id,
      label: id === root ? `${name} (your unit)` : name,
    })),
  ]
}
