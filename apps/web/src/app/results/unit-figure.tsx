import { Button } from "@mantine/core"
import { UnitLayerGrid } from "@throughline/charts"
import { useState } from "react"
import { fileName } from "../csv.ts"
import { counted } from "../format.ts"
import { Figure } from "../frame/figure.tsx"
import { centreOf } from "./cell-text.ts"
import type { LayersProps } from "./layers.tsx"
import { measureName } from "./measure-names.ts"
import { units, wholeName } from "./release-groups.ts"
import { Source } from "./source.tsx"
import { gridLayers, gridTable, unitLayerCell } from "./tables.ts"

const FIRST = 12

/** Unit by layer on one fixed colour scale around the organization's mean. */
export function UnitFigure({ release, measure, group, onGroup }: LayersProps) {
  const [every, setEvery] = useState(false)
  const all = units(release)
  const centre = centreOf(release, measure)
  if (all.length === 0 || centre === null) return null
  const outermost = all.filter((unit) => unit.depth === Math.min(...all.map((one) => one.depth)))
  const few = (outermost.length >= 2 ? outermost : all).slice(0, FIRST)
  const shown = every || all.length <= FIRST ? all : few
  const name = measureName(release.measures, measure)
  return (
    <Figure
      headline={`${name} by unit and layer`}
      sure={`Colours are steps from the mean of ${wholeName(release)}, the same on every screen. Hatched: too few to show. Choose a unit to see its layers.`}
      file={fileName(release.survey.name, measure, "by unit and layer")}
      table={gridTable(release, shown, measure)}
      source={
        <>
          <Source release={release} method="units" />
          {all.length > FIRST && (
            <Button
              variant="subtle"
              size="compact-sm"
              ml="xs"
              onClick={() => setEvery(!every)}
              aria-expanded={every}
            >
              {every ? "Show only the outermost units" : `Show all ${counted(all.length, "unit", "units")}`}
            </Button>
          )}
        </>
      }
      draw={(width) => (
        <UnitLayerGrid
          title={`${name} by unit and layer`}
          units={shown.map(({ id, name: label, depth }) => ({ id, name: label, depth }))}
          layers={gridLayers(release).map((layer) => ({ layer, label: `Layer ${layer}` }))}
          cells={(id, layer) => {
            const unit = all.find((one) => one.id === id)
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
