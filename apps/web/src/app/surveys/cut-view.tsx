import { Button } from "@mantine/core"
import { CutChart } from "@throughline/charts"
import { useState } from "react"
import { Link } from "wouter"
import type { Cut, Survey } from "../api.ts"
import { fileName } from "../csv.ts"
import { counted } from "../format.ts"
import { Figure } from "../frame/figure.tsx"
import { layerRange } from "./layer-range.ts"

const kinds: Record<Cut["cohorts"][number]["kind"], string> = {
  pure: "one layer",
  mixed: "several layers together",
  top: "top group",
}

/** The groups (cohorts) that people will be counted in, what was put together and why: before anything is promised. */
export function CutView(props: { cut: Cut; survey: Survey }) {
  const { cut, survey } = props
  const [selected, setSelected] = useState<number | null>(null)
  if (cut.refused) {
    return (
      <section className="app-figure">
        <div className="app-attention" role="status">
          <strong>
            {counted(cut.refused.people, "person is", "people are")} too few to ask anonymously; at least{" "}
            {cut.refused.minimum} are needed.
          </strong>
          <p>
            Widen the audience above. Throughline refuses to launch a survey in which somebody could be
            guessed.
          </p>
        </div>
      </section>
    )
  }
  const merged = cut.cohorts.filter((cohort) => cohort.merged !== null)
  const chosen = cut.cohorts.find((cohort) => cohort.id === selected)
  return (
    <>
      <Figure
        headline={`${counted(cut.invited, "person", "people")} in ${counted(cut.cohorts.length, "group", "groups")}`}
        sure={`An answer is only ever counted as one of its group, so nobody can be told apart within it. Each group has at least ${survey.k + 3} invited, so that ${survey.k} answers can be expected.`}
        file={fileName(survey.name, "groups")}
        table={{
          caption: "Groups that answers are counted in",
          columns: ["Group", "Layers", "Invited", "Made of", "Why it was put together"],
          rows: cut.cohorts.map((cohort) => [
            cohort.name,
            layerRange(cohort.layers),
            cohort.size,
            kinds[cohort.kind],
            cohort.merged ?? "",
          ]),
        }}
        source={
          <>
            The org chart as imported now; launch freezes it.{" "}
            <Link href="/method#cohorts">How groups are made</Link>
          </>
        }
        draw={(width) => (
          <CutChart
            title="The org chart and the groups that answers are counted in"
            nodes={cut.nodes}
            cohorts={cut.cohorts.map(({ id, name, size, kind, merged: why }) => ({
              id,
              label: name,
              size,
              kind,
              merged: why,
            }))}
            width={width}
            selected={selected}
            onSelect={(cohort) => setSelected(cohort === selected ? null : cohort)}
          />
        )}
      />
      <p role="status" className="app-note">
        {chosen &&
          `${chosen.name}: ${counted(chosen.size, "person", "people")}, ${layerRange(chosen.layers)}. ${chosen.merged ?? "One team and layer, untouched."}`}
      </p>
      {cut.noEmail > 0 && (
        <p className="app-note">
          {counted(cut.noEmail, "invited person has", "invited people have")} no e-mail address. After the
          launch you print a letter with a code for each of them.
        </p>
      )}
      {merged.length > 0 && <Merged cohorts={merged} />}
    </>
  )
}

const FIRST = 5

function Merged(props: { cohorts: Cut["cohorts"] }) {
  const [all, setAll] = useState(false)
  // Cohorts of several layers lose most: they stand first.
  const cohorts = props.cohorts.toSorted((a, b) => Number(b.kind === "mixed") - Number(a.kind === "mixed"))
  return (
    <div style={{ marginTop: "1.5rem" }}>
      <h3 style={{ margin: 0 }}>
        {counted(cohorts.length, "group was", "groups were")} put together from smaller ones
      </h3>
      <ul className="app-prose" style={{ paddingInlineStart: "1.25rem" }}>
        {(all ? cohorts : cohorts.slice(0, FIRST)).map((cohort) => (
          <li key={cohort.id} style={{ marginBottom: "0.375rem" }}>
            <strong style={{ fontWeight: 560 }}>{cohort.name}</strong>: {cohort.merged}
          </li>
        ))}
      </ul>
      {cohorts.length > FIRST && (
        <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show all ${cohorts.length}`}
        </Button>
      )}
    </div>
  )
}
