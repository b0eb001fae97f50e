import { Button, Select } from "@mantine/core"
import type { BreakFinding, Breaks } from "@throughline/analysis"
import { Icicle } from "@throughline/charts"
import { useMemo, useState } from "react"
import { Link } from "wouter"
import type { ViewedRelease } from "../api.ts"
import { fileName } from "../csv.ts"
import { Figure } from "../frame/figure.tsx"
import { findingLabel, hasVerdicts } from "./breaks-sentences.ts"
import { breaksTable, icicleUnits } from "./breaks-tables.ts"
import { centreOf } from "./cell-text.ts"
import { measureName } from "./measure-names.ts"
import { groupOf, rootOf, units, wholeName } from "./release-groups.ts"
import classes from "./results.module.css"
import { Source } from "./source.tsx"

/** The organization from the top down, each unit in the colour of its drop; confirmed breaks outlined. */
export function BreaksFigure(props: {
  release: ViewedRelease
  breaks: Breaks
  measure: string
  findings: readonly BreakFinding[]
  /** the unit that was chosen, if it is shown */
  chosen: string | null
  onChoose: (id: string) => void
}) {
  const { release, breaks, measure, findings, chosen, onChoose } = props
  const top = rootOf(release)
  const [opened, setOpened] = useState(top)
  const root = opened !== top && groupOf(release, opened) ? opened : top
  const centre = centreOf(release, measure)
  const drawn = useMemo(
    () => icicleUnits(release, breaks, measure, findings, root),
    [release, breaks, measure, findings, root],
  )
  const outlined = useMemo(
    () => findings.map((finding) => ({ ...finding, label: findingLabel(finding) })),
    [findings],
  )
  const table = useMemo(
    () => breaksTable(release, breaks, measure, findings),
    [release, breaks, measure, findings],
  )
  const choices = useMemo(() => drawn.map((unit) => ({ value: unit.id, label: unit.name })), [drawn])
  const name = measureName(release.measures, measure)
  if (units(release).length === 0) return null
  const picked = drawn.find(({ id }) => id === chosen)
  const hasBelow = drawn.some(({ parent }) => parent === picked?.id)
  return (
    <>
      <Figure
        headline={`${name}, unit by unit from the top down`}
        sure={`Each unit is as wide as people were invited in it, and stands below the unit around it. Its colour is the distance of its mean from ${wholeName(release)}, on the same scale as on every screen.${hasVerdicts(breaks, measure) ? "" : " What could have been seen in single units is told for the first measure only."}`}
        file={fileName(release.survey.name, measure, "breaks")}
        table={table}
        source={<Source release={release} method="breaks" />}
        draw={(width) =>
          centre === null ? (
            <p className="app-note">
              The mean of {wholeName(release)} is hidden, so there is nothing to colour units by. The table
              tells what can be said of each.
            </p>
          ) : (
            <Icicle
              title={`${name}: units and confirmed breaks`}
              units={drawn}
              breaks={outlined}
              centre={centre.mean}
              whole={wholeName(release)}
              width={width}
              selected={picked?.id ?? null}
              onSelect={onChoose}
            />
          )
        }
      />
      <Select
        label="Unit"
        description="Many are too narrow in the picture to be pointed at."
        placeholder="Any name"
        value={picked?.id ?? null}
        onChange={(id) => id && onChoose(id)}
        data={choices}
        searchable
        allowDeselect={false}
        limit={50}
        nothingFoundMessage="No unit that is drawn has such a name"
        maw="24rem"
        mt="md"
      />
      <div className={classes.chosen} role="status">
        {picked ? (
          <p>
            <strong>{picked.spoken}</strong>
          </p>
        ) : (
          <p className="app-note">
            Choose a unit to read what can be said of it. With the keyboard, arrow keys lead from unit to unit
            and Enter chooses.
          </p>
        )}
        <div className={classes.chosenActions}>
          {picked && (
            <Link
              href={`/results/${release.survey.id}?${new URLSearchParams({ measure, group: picked.id })}`}
            >
              See the layers of {picked.name}
            </Link>
          )}
          {picked && picked.id !== root && hasBelow && (
            <Button variant="subtle" size="compact-sm" onClick={() => setOpened(picked.id)}>
              Draw only {picked.name}
            </Button>
          )}
          {root !== top && (
            <Button variant="subtle" size="compact-sm" onClick={() => setOpened(top)}>
              Draw {wholeName(release)} again
            </Button>
          )}
        </div>
      </div>
    </>
  )
}
