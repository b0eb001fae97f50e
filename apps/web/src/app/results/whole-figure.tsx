import type { WholeTest } from "@throughline/analysis"
import { Throughline } from "@throughline/charts"
import type { ViewedRelease } from "../api.ts"
import { fileName } from "../csv.ts"
import { counted, points } from "../format.ts"
import { Figure } from "../frame/figure.tsx"
import { Section } from "../frame/page.tsx"
import { boundarySentence } from "./breaks-sentences.ts"
import { measureName } from "./measure-names.ts"
import { layersOf } from "./release-groups.ts"
import classes from "./results.module.css"
import { Source } from "./source.tsx"

/** Does it drop at one layer everywhere? A sentence a boundary, and the profile with intervals of its own kind. */
export function WholeFigure(props: { release: ViewedRelease; whole: WholeTest | null; measure: string }) {
  const { release, whole, measure } = props
  // Of the whole organization a leader is told nothing.
  if (release.own) return null
  if (whole === null)
    return (
      <Section
        title="The whole organization, layer by layer"
        lead="Too few to tell whether it drops at one layer everywhere: too few layers, or too few units on them, have answers."
      >
        {null}
      </Section>
    )
  const name = measureName(release.measures, measure)
  const broken = whole.boundaries.some(({ verdict }) => verdict === "break")
  const layers = whole.profile.map(({ layer, mean, low, high }) => {
    const group = layersOf(release, "all").find(({ layers: [from, to] }) => from <= layer && layer <= to)
    return { id: String(layer), label: `Layer ${layer}`, mean, low, high, n: group?.respondents ?? 0 }
  })
  return (
    <Figure
      headline={
        broken
          ? `${name} drops at one layer everywhere`
          : `No evidence that ${name.charAt(0).toLowerCase()}${name.slice(1)} drops at one layer everywhere`
      }
      sure="Means by layer with 95% intervals that also allow for how leaders differ from each other, so they are wider than those under Layers, which allow only for who did not answer. Large units count for less here, so the means can lie beside those under Layers. Between two layers stands how much higher or lower everybody below answers than a gradual change would have it, which is not the difference of the two means."
      file={fileName(release.survey.name, measure, "whole organization")}
      table={{
        caption: `${name} by layer, with intervals that allow for how leaders differ`,
        columns: ["Layer", "Mean (1 to 5)", "95% interval, allowing for leaders"],
        rows: whole.profile.map(({ layer, mean, low, high }) => [
          `Layer ${layer}`,
          mean,
          `${points(low)} to ${points(high)}`,
        ]),
      }}
      source={
        <>
          <span className={classes.boundaries}>
            {whole.boundaries.map((at) => (
              <span key={at.fromLayer}>{boundarySentence(at)} </span>
            ))}
          </span>
          {leftOut(whole.leftOut.length)}
          <Source release={release} method="breaks" />
        </>
      }
      draw={(width) => (
        <Throughline
          title={`${name} by layer, the whole organization`}
          layers={layers}
          steps={whole.boundaries.map(({ fromLayer, toLayer, drop, low, high, verdict }) => ({
            from: String(fromLayer),
            to: String(toLayer),
            difference: -drop,
            low: -high,
            high: -low,
            confirmed: verdict === "break",
          }))}
          width={width}
        />
      )}
    />
  )
}

const leftOut = (groups: number): string =>
  groups === 0
    ? ""
    : `${counted(groups, "group", "groups")} of people on one layer ${groups === 1 ? "is" : "are"} left out here, because they may not be told by themselves. `
