import { refined } from "../../packages/analysis/src/attribute.ts"
import { comparedPeople } from "../../packages/analysis/src/audit-compared.ts"
import { code } from "../../packages/analysis/src/coding.ts"
import { codeShown } from "../../packages/analysis/src/coding-shown.ts"
import { figuresOf } from "../../packages/analysis/src/figures.ts"
import { isShown, listMeasures, type Measure } from "../../packages/analysis/src/measures.ts"
import { type Tally, tally } from "../../packages/analysis/src/tally.ts"
import { type Known as Bounded, narrowBounds } from "./bounds.ts"
import { countedInBreaks, heldOf, linesOf, weighedOneByOne } from "./breaks.ts"
import { singledOutByCodes } from "./coded.ts"
import { singledOutByTexts } from "./comments.ts"
import type { Figures, Told } from "./figures.ts"
import { singledOut } from "./isolate.ts"
import { byOptions, chosenIn } from "./options.ts"
import type { ClosedSurvey } from "./seed-company.ts"

/** People in sets of 1 to k-1 who can be singled out, by the way they are, each kind counted at its worst measure. */
export function findings(
  surveys: readonly ClosedSurvey[],
  figures: Figures,
  withBounds = true,
): Record<string, number> {
  const found = {
    "A without B, row space": 0,
    "construct beside its items": 0,
    bounds: 0,
    "value of the attribute": 0,
    "agreement of units": 0,
    "options chosen": 0,
    breaks: 0,
    "between surveys": 0,
    "rates while open": 0,
    "topics of comments": 0,
    "priorities in own words": 0,
  }
  for (const survey of surveys) {
    const { input, release } = survey
    const held = heldOf(survey)
    let [alone, compared, bounded, valued, agreed, broken] = [0, 0, 0, 0, 0, 0]
    for (const measure of listMeasures(input.measures, input.observations)) {
      const counted = tally(measure, input.observations.atom, input.atoms.length)
      const told = toldOf(figures, survey.id, measure.id, held)
      const truth = {
        persons: [...counted.persons],
        answers: input.atoms.map((_, atom) =>
          [0, 1, 2, 3, 4].map((at) => (counted.options[atom * 5 + at] as number) / counted.unit),
        ),
        invited: input.atoms.map((atom) => atom.invited),
        k: input.survey.k,
        // Who shows something or not has no answer in between; of several such, persons have shares of both.
        ...(isShown(measure) ? { scale: [1, 5] } : {}),
      }
      const { persons } = truth
      const isOfBreak = (group: string) => group.includes("/from:")
      const setsWithout = told.flatMap(({ figure, atoms }) => (isOfBreak(figure.group) ? [] : [atoms]))
      const without = singledOut(setsWithout, persons, input.survey.k)
      alone = Math.max(alone, without)
      const sets = [
        ...told.map(({ atoms }) => atoms),
        ...countedInBreaks(figures.breaks, survey.id, measure.id, held, persons),
        ...weighedOneByOne(figures.breaks, survey, measure.id).map((atom) => new Set([atom])),
      ]
      if (sets.length > setsWithout.length)
        broken = Math.max(broken, singledOut(sets, persons, input.survey.k) - without)
      valued = Math.max(valued, byValue(survey, measure, told, figures))
      agreed = Math.max(agreed, byAgreement(survey, measure, figures, held))
      compared = Math.max(
        compared,
        comparedPeople(release, input, measure, new Map([...held].map(([id, atoms]) => [id, [...atoms]]))),
      )
      // Without the gate there are enough others, and far more programs: bounds.test.ts shows what they find.
      if (!withBounds) continue
      const narrow = narrowBounds({
        told,
        steps: [...figures.steps.values()].filter(
          (step) => step.survey === survey.id && step.measure === measure.id,
        ),
        lines: linesOf(figures.breaks, survey, measure.id, told),
        ...truth,
      }).filter(({ among }) => !isToldAnyway(among, measure, counted, truth))
      for (const { people } of narrow) bounded = Math.max(bounded, people)
    }
    const options = byOptions(survey, figures, held, withBounds)
    bounded = Math.max(bounded, options.bounded)
    found["options chosen"] += options.alone
    found["A without B, row space"] += alone
    found["construct beside its items"] += compared
    found.bounds += bounded
    found["value of the attribute"] += valued
    found["agreement of units"] += agreed
    found.breaks += broken
    const answered = new Map<number, number>()
    for (const { coarse, respondents } of input.atoms)
      answered.set(coarse, (answered.get(coarse) ?? 0) + respondents)
    found["topics of comments"] += singledOutByTexts(
      figures.written.filter((one) => one.survey === survey.id),
      answered,
      input.survey.k,
    )
    const coded = figures.coded.filter((one) => one.survey === survey.id)
    // An attack that finds nothing because nothing is told would be none.
    if (withBounds && coded.length > 0 !== (survey.coded !== undefined))
      throw new Error(
        `shares of coded texts: told ${coded.length} times, published ${survey.coded !== undefined}`,
      )
    found["priorities in own words"] += singledOutByCodes(coded, survey.coded ?? new Map())
    const { groups, people } = survey.cohorts
    const rated = figures.rates.filter((rate) => rate.survey === survey.id).map(({ group }) => group)
    found["rates while open"] += singledOut(
      [...new Set(rated)].map((group) => groups.get(group) ?? new Set<number>()),
      people,
      input.survey.k,
    )
  }
  for (const [at, later] of surveys.entries()) {
    for (const earlier of surveys.slice(0, at)) found["between surveys"] += between(earlier, later, figures)
  }
  return found
}

/**
 * How far a unit's people agree is told of those who answered every item, beside figures of some more: so nobody may be singled
 * out among those with every item, and nobody among those with some.
 */
function byAgreement(
  { id, input: { observations, atoms, survey } }: ClosedSurvey,
  measure: Measure,
  figures: Figures,
  held: ReadonlyMap<string, Set<number>>,
): number {
  const sets = [...figures.agreed.values()]
    .filter((one) => one.survey === id && one.measure === measure.id)
    .map(({ unit }) => held.get(unit) ?? new Set<number>())
  const columns = measure.constructs.flat()
  const [every, some] = [atoms.map(() => 0), atoms.map(() => 0)]
  for (const [person, atom] of observations.atom.entries()) {
    const answered = columns.filter((column) => (column[person] as number) > 0).length
    if (answered === 0) continue
    const kind = answered === columns.length ? every : some
    kind[atom] = (kind[atom] as number) + 1
  }
  return singledOut(sets, every, survey.k) + singledOut(sets, some, survey.k)
}

/** People of one atom and one value are alike to whoever has the people file; told are cells of the table beside groups. */
function byValue(
  { id, input, release }: ClosedSurvey,
  measure: Measure,
  told: readonly { atoms: Set<number> }[],
  figures: Figures,
): number {
  const cells = [...figures.table.values()].filter((one) => one.survey === id && one.measure === measure.id)
  if (input.attribute === undefined || cells.length === 0) return 0
  const { atoms, attribute, observations, survey } = input
  const { size, cells: refinedCells, of } = refined(attribute, atoms.length)
  const { persons } = tally(measure, of(observations.atom, attribute.of), size)
  const held = heldOf({ input, release })
  const sets = [
    ...told.map((one) => refinedCells([...one.atoms])),
    ...cells.map(({ group, value }) => refinedCells([...(held.get(group) ?? [])], value)),
  ]
  return singledOut(
    sets.map((set) => new Set(set)),
    [...persons],
    survey.k,
  )
}

/**
 * Ten who all answered may be told with 90% favourable and a mean of 4.0: then any four of them lie close together, by the
 * one figure that the rules allow. What counts is what comparing adds: is the class by itself, told by those rules, as narrow?
 */
function isToldAnyway(
  among: readonly number[],
  { id, kind }: Measure,
  counted: Tally,
  truth: Omit<Bounded, "told" | "steps">,
): boolean {
  const figures = figuresOf(counted, among)
  if (figures === null) return false
  const { bounds, ...told } = (isShown({ kind }) ? codeShown : code)(figures, kind, truth.k)
  const cell = { state: "shown", ...told, n: figures.n, interval: null, coded: true, bounds } as const
  const figure: Told = { survey: "", group: "", measure: id, cells: [cell], distributions: [] }
  const persons = truth.persons.map((people, atom) => (among.includes(atom) ? people : 0))
  return narrowBounds({ ...truth, persons, told: [{ figure, atoms: new Set(among) }], steps: [] }).length > 0
}

function toldOf(figures: Figures, survey: string, measure: string, held: ReadonlyMap<string, Set<number>>) {
  return [...figures.told.values()]
    .filter((one) => one.survey === survey && one.measure === measure)
    .map((figure) => ({ figure, atoms: held.get(figure.group) ?? strangers(figure) }))
}

function strangers({ group }: Told): never {
  throw new Error(`something is told of ${group}, which is no group of this survey`)
}

/** As if everybody invited had answered both times, and the same. */
function between(a: ClosedSurvey, b: ClosedSurvey, figures: Figures): number {
  const places = new Map<string, { of: [number, number]; people: number }>()
  const earlier = b.earlier.find(({ release }) => release.survey.id === a.id)
  if (earlier === undefined || b.input.people === undefined) {
    throw new Error("the second survey was not judged together with the first")
  }
  const [before, after] = [earlier.people, b.input.people]
  for (let person = 0; person < Math.max(before.length, after.length); person++) {
    const of: [number, number] = [before[person] ?? -1, after[person] ?? -1]
    const place = places.get(of.join()) ?? { of, people: 0 }
    place.people++
    places.set(of.join(), place)
  }
  const list = [...places.values()]
  const k = Math.max(a.input.survey.k, b.input.survey.k)
  const setsOf = (survey: ClosedSurvey, wave: 0 | 1, measure: string) => {
    const told = toldOf(figures, survey.id, measure, heldOf(survey))
      // From 100k persons on rounding hides the few (packages/analysis/src/waves.ts has the proof).
      .filter(({ figure }) => figure.cells.some(({ n }) => n < 100 * k))
      .map(({ atoms }) => atoms)
    const weighed = weighedOneByOne(figures.breaks, survey, measure).map((atom) => new Set([atom]))
    const chosen = chosenIn(figures, survey.id, measure)
      .filter(({ n = 0 }) => n < 100 * k)
      .map(({ group }) => heldOf(survey).get(group) ?? new Set<number>())
    return [...told, ...weighed, ...chosen].map(
      (atoms) => new Set([...list.keys()].filter((at) => atoms.has(list[at]?.of[wave] ?? -1))),
    )
  }
  let most = 0
  // Most measures are told of the same groups: the same sets need not be tried again.
  const tried = new Set<string>()
  const measures = listMeasures(b.input.measures, b.input.observations)
  for (const id of new Set([...measures, ...(b.input.choices ?? [])].map((one) => one.id))) {
    const sets = [...setsOf(a, 0, id), ...setsOf(b, 1, id)]
    const key = sets.map((set) => [...set].join()).join(";")
    if (tried.has(key)) continue
    tried.add(key)
    most = Math.max(
      most,
      singledOut(
        sets,
        list.map(({ people }) => people),
        k,
      ),
    )
  }
  return most
}
