import type { AtomInfo, Breaks } from "@throughline/analysis"
import { judgedMeasures } from "../../packages/analysis/src/breaks/judged-measures.ts"
import { peopleOf, scanNodes } from "../../packages/analysis/src/breaks/scan-nodes.ts"
import { modelAt, naturalRatios } from "../../packages/analysis/src/scan/model-at.ts"
import { scanInput } from "../../packages/analysis/src/scan/people.ts"
import type { Line } from "./bounds.ts"
import type { Told } from "./figures.ts"
import type { ClosedSurvey } from "./seed-company.ts"

/** What was told of breaks in one survey, to one role. */
export interface BreaksTold {
  survey: string
  breaks: Breaks
}

/** Figures of breaks that the attack solves with. */
const solvedWith = /^(findings\[\]\.(n|gap)|whole\.profile\[\]\.mean|whole\.leftOut\[\])$/

/** All other numbers of breaks, and why nothing about fewer than k people is solved from them. */
const speaksOfNoGroup: [RegExp, string][] = [
  [/^(seed|replicates)$/, "of the draws; the answers that they are drawn beside are told nowhere"],
  [/^measures\[\]\.atoms$/, "how many atoms, which the list of atoms says"],
  [/^measures\[\]\.(handedDown|own|p)$/, "one figure of everybody, of squares of all answers at once"],
  [
    /\.(fromLayer|toLayer|deepestLayer|layer|between\[\])$/,
    "layers; break-tables.test.ts looks what they say",
  ],
  [/^findings\[\]\.(shift|shrunk)$/, "normal scores solve no sum of answers; break-tables.test.ts looks"],
  [/^findings\[\]\.p$/, "a rank among draws; break-tables.test.ts looks"],
  [/^units\[\]\.detectable$/, "of numbers of people and the variance of everybody"],
  [
    /^whole\.profile\[\]\.(low|high)$/,
    "the mean less and more a standard error: of numbers of people and variances",
  ],
  [
    /^whole\.boundaries\[\]\.(drop|low|high|p|detectable)$/,
    "made of the layers' means, and told of less exactly",
  ],
]

/** Every number of it, by place; those that nobody has said anything of go to `unread`. */
export function readBreaks(breaks: unknown, unread: Set<string>, place = ""): number {
  if (Array.isArray(breaks))
    return breaks.reduce((sum: number, one) => sum + readBreaks(one, unread, `${place}[]`), 0)
  if (breaks !== null && typeof breaks === "object") {
    return Object.entries(breaks).reduce(
      (sum, [key, one]) => sum + readBreaks(one, unread, place === "" ? key : `${place}.${key}`),
      0,
    )
  }
  if (typeof breaks !== "number") return 0
  if (!solvedWith.test(place) && !speaksOfNoGroup.some(([where]) => where.test(place))) {
    unread.add(`breaks ${place}`)
  }
  return 1
}

/** The atoms of every group of a release: what the org chart says, and of breaks what their ids say. */
export function heldOf({
  input,
  release,
}: Pick<ClosedSurvey, "input" | "release">): Map<string, Set<number>> {
  const held = new Map(input.groupings.map(({ id, atoms }) => [id, new Set(atoms)]))
  for (const { id } of release.groups) {
    const [, unit, layer, elsewhere] = /^unit:(\d+)\/from:(\d+)(\/elsewhere)?$/.exec(id) ?? []
    if (unit === undefined) continue
    const inside = windowOf(input, Number(unit), Number(layer))
    const layers = new Set(inside.map((atom) => layerOf(input.atoms[atom])))
    const others = [...input.atoms.keys()].filter(
      (atom) => layers.has(layerOf(input.atoms[atom])) && !inside.includes(atom),
    )
    held.set(id, new Set(elsewhere === undefined ? inside : others))
  }
  return held
}

function windowOf({ atoms, managers }: ClosedSurvey["input"], unit: number, fromLayer: number): number[] {
  if (managers === undefined) throw new Error("a break is told of without a chart")
  const { parent, position } = managers
  const isBelow = (anchor: number) => {
    for (let node = position.indexOf(anchor); node >= 0; node = parent[node] as number)
      if (position[node] === unit) return true
    return false
  }
  return [...atoms.keys()].filter((atom) => {
    const layer = layerOf(atoms[atom])
    return layer !== undefined && layer >= fromLayer && isBelow(atoms[atom]?.anchor as number)
  })
}

/** Of an atom whose people all stand on one layer. */
const layerOf = (atom: AtomInfo | undefined) =>
  atom?.kind === "pure" && atom.layers[0] === atom.layers[1] ? atom.layers[0] : undefined

/** Atoms that the layers of the whole organization weigh one by one: whoever knows the weights can hope to part them. */
export function weighedOneByOne(
  told: readonly BreaksTold[],
  { id, input }: Pick<ClosedSurvey, "id" | "input">,
  measure: string,
): number[] {
  const whole = told.find(
    ({ survey, breaks }) => survey === id && breaks.whole !== null && breaks.measures[0]?.measure === measure,
  )?.breaks.whole
  if (!whole) return []
  return [...input.atoms.keys()].filter(
    (atom) => layerOf(input.atoms[atom]) !== undefined && !whole.leftOut.includes(atom),
  )
}

/** Groups of which a number of people is told beside a break, whether or not a mean is. */
export function countedInBreaks(
  told: readonly BreaksTold[],
  survey: string,
  measure: string,
  held: ReadonlyMap<string, Set<number>>,
  persons: readonly number[],
): Set<number>[] {
  return told.flatMap((one) => {
    if (one.survey !== survey) return []
    return one.breaks.findings.flatMap(({ measure: of, group, n }) => {
      if (of !== measure || n === null || group === null) return []
      const atoms = held.get(group) ?? new Set<number>()
      const people = [...atoms].reduce((sum, atom) => sum + (persons[atom] as number), 0)
      if (people !== n) throw new Error(`${n} are said to be in the break ${group}, there are ${people}`)
      return [atoms]
    })
  })
}

/**
 * Gaps and means of layers as sums of answers with a weight for each atom, for an attacker who knows every weight exactly, though
 * those of layers follow from variances that are told to two decimals.
 */
export function linesOf(
  told: readonly BreaksTold[],
  survey: Pick<ClosedSurvey, "id" | "input">,
  measure: string,
  cells: readonly { figure: Told; atoms: ReadonlySet<number> }[],
): Line[] {
  const own = told.filter((one) => one.survey === survey.id)
  const gaps = own.flatMap(({ breaks }) =>
    breaks.findings.flatMap((one) => (one.measure === measure ? (gapLine(one, cells, survey) ?? []) : [])),
  )
  const profile = own.find(({ breaks }) => breaks.whole !== null && breaks.measures[0]?.measure === measure)
    ?.breaks.whole?.profile
  return [
    ...gaps,
    ...(profile === undefined
      ? []
      : layerLines(profile, weighedOneByOne(own, survey, measure), survey, measure)),
  ]
}

/** Half of what rounding to one decimal leaves open. */
const rounding = 0.05 + 1e-9

function gapLine(
  { gap, unit, fromLayer, deepestLayer }: Breaks["findings"][number],
  cells: readonly { figure: Told; atoms: ReadonlySet<number> }[],
  { input }: Pick<ClosedSurvey, "input">,
): Line | undefined {
  if (gap === null) return undefined
  const exact = (group: string) => {
    const one = cells.find(({ figure }) => figure.group === group)
    const cell = one?.figure.cells.find(({ bounds }) => bounds?.mean === undefined)
    return one === undefined || cell === undefined ? undefined : { atoms: one.atoms, n: cell.n }
  }
  const layers = Array.from({ length: deepestLayer - fromLayer + 1 }, (_, at) => {
    const [inside, both] = [exact(`${unit}/layer:${fromLayer + at}`), exact(`layer:${fromLayer + at}`)]
    return inside && both && both.n > inside.n ? { inside, both } : undefined
  }).filter((layer) => layer !== undefined)
  const all = layers.reduce((sum, { inside }) => sum + inside.n, 0)
  if (all === 0) throw new Error(`the gap of ${unit} is made of nothing that is told`)
  const weights = input.atoms.map(() => 0)
  for (const { inside, both } of layers) {
    for (const atom of both.atoms) {
      weights[atom] = inside.atoms.has(atom) ? 1 / all : -inside.n / all / (both.n - inside.n)
    }
  }
  return { weights, low: gap - rounding, high: gap + rounding }
}

function layerLines(
  profile: readonly { mean: number }[],
  weighed: readonly number[],
  { input }: Pick<ClosedSurvey, "input">,
  measure: string,
): Line[] {
  const scores = judgedMeasures(input).find((one) => one.measure.id === measure)?.scores
  if (input.managers === undefined || scores === undefined) throw new Error("layers are told of nothing")
  const { nodes, nodeOf } = scanNodes(input.managers)
  const own = nodeOf.map((node, atom) => (weighed.includes(atom) ? node : -1))
  const { node, score } = peopleOf(own, input.observations.atom, scores)
  const scan = scanInput(nodes, node, score, "points")
  if (scan === undefined) throw new Error("the means of layers cannot be made")
  const natural = naturalRatios(scan)
  const weightsBy = new Map(
    weighed.map((atom) => {
      const only = scan.mean.map((_, at) => (at === nodeOf[atom] ? 1 : 0))
      const people = scan.n[nodeOf[atom] as number] as number
      return [atom, modelAt({ ...scan, mean: only }, natural).means.map((weight) => weight / people)]
    }),
  )
  return profile.map(({ mean }, at) => ({
    weights: input.atoms.map((_, atom) => weightsBy.get(atom)?.[at] ?? 0),
    ...{ low: mean - rounding, high: mean + rounding },
  }))
}
