import { Button } from "@mantine/core"
import { UnitLayerGrid } from "@throughline/charts"
import { useMemo, useState } from "react"
import { fileName } from "../csv.ts"
import { counted } from "../format.ts"
import { Figure } from "../frame/figure.tsx"
import { centreOf } from "./cell-text.ts"
import { ordered, shrunkRank, toldMean } from "./heat-rows.ts"
import { rankedText } from "./how-reliable.ts"
import type { LayersProps } from "./layers.tsx"
import { measureName } from "./measure-names.ts"
import { groupOf, units, wholeName } from "./release-groups.ts"
import { Source } from "./source.tsx"
import { gridLayers, gridTable, unitLayerCell } from "./tables.ts"

const FIRST = 12
/** At once; with more the page grows slow, and the heat map shows them all. */
const MORE = 60

/** Unit by layer on one fixed colour scale around the organization's mean. */
export function UnitFigure({ release, measure, group, onGroup }: LayersProps) {
  const [more, setMore] = useState(0)
  const [lowest, setLowest] = useState(false)
  const shrunk = useMemo(() => shrunkRank(release, measure), [release, measure])
  const told = units(release)
  const all = useMemo(() => {
    if (!lowest) return told
    const rows = told.map((unit) => ({ unit, depth: 0 }))
    return ordered(rows, { by: "measure", measure, descending: false }, shrunk ?? toldMean).map(
      ({ unit }) => unit,
    )
  }, [told, lowest, measure, shrunk])
  const centre = centreOf(release, measure)
  if (all.length === 0 || centre === null) return null
  const least = Math.min(...all.map((unit) => unit.depth))
  const outermost = all.filter((unit) => unit.depth === least)
  const few = (outermost.length >= 2 && !lowest ? outermost : all).slice(0, FIRST)
  const shown = all.length <= FIRST ? all : more === 0 ? few : all.slice(0, more)
  const name = measureName(release.measures, measure)
  return (
    <Figure
      headline={`${name} by unit and layer`}
      sure={
        <>
          {`Colours are steps from the mean of ${wholeName(release)}, the same on every screen. Hatched: too few to show. ${rankedText(release, measure)}`}
          {lowest && shrunk && " The order allows for luck where few answered."}
          <span data-screen-only> Choose a unit to see its layers.</span>
        </>
      }
      file={fileName(release.survey.name, measure, "by unit and layer")}
      table={gridTable(release, shown, measure)}
      source={
        <>
          <Source release={release} method="units" />
          <Button
            variant="subtle"
            size="compact-sm"
            ml="xs"
            onClick={() => setLowest(!lowest)}
            aria-pressed={lowest}
          >
            Lowest first
          </Button>
          {all.length > FIRST && (
            <Button
              variant="subtle"
              size="compact-sm"
              ml="xs"
              onClick={() => setMore(more >= all.length ? 0 : Math.min(all.length, more + MORE))}
              aria-expanded={more > 0}
            >
              {more >= all.length
                ? lowest
                  ? `Show only the lowest ${FIRST}`
                  : "Show only the outermost units"
                : more + MORE >= all.length
                  ? `Show all ${counted(all.length, "unit", "units")}`
                  : `Show ${MORE} more of ${counted(all.length, "unit", "units")}`}
            </Button>
          )}
        </>
      }
      draw={(width) => (
        <UnitLayerGrid
          title={`${name} by unit and layer`}
          units={shown.map(({ id, name: label, depth }) => ({
            id,
            name: label,
            depth: lowest ? least : depth,
          }))}
          layers={gridLayers(release).map((layer) => ({ layer, label: `Layer ${layer}` }))}
          cells={(id, layer) => {
            const unit = groupOf(release, id)
            const cell = unit ? unitLayerCell(release, unit, layer, measure) : "none"
            return typeof cell === "string"
              ? cell
              : { mean: cell.mean, ...(cell.bounds ? { bounds: cell.bounds } : {}) }
          }}
          centre={centre.mean}
          centreBound={centre.bound}
          width={width}
          selected={group}
          onSelect={(id) => {
            onGroup(id)
            window.scrollTo({ top: 0 })
          }}
        />
      )}
    />
  )
}
