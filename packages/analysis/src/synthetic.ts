import type { AnalysisInput, AtomInfo, Grouping } from "./release.ts"

/** A company made up from a seed, for tests and benchmarks only. */
export interface SyntheticOptions {
  seed: number
  functions: number
  /** Per function. */
  departments: number
  /** Per department. */
  teams: number
  /** Respondents of an atom, drawn between these. */
  respondents: [number, number]
  /** Share of answers not given, and of "cannot say" among the rest. */
  missing: number
  constructs: number
  items: number
  k: number
}

/** Top group, then per function a layer 3, per department a layer 4, per team layers 5 and 6. */
export function synthetic(options: SyntheticOptions): AnalysisInput {
  const random = generator(options.seed)
  const atoms: AtomInfo[] = []
  const groupings: Grouping[] = []
  let heads = 0
  const unitsOf = new Map<number, number[]>() // head of a unit → its atoms

  const addAtom = (units: number[], layers: [number, number], kind: AtomInfo["kind"], coarse: number) => {
    const [least, most] = options.respondents
    const respondents = least + Math.floor(random() * (most - least + 1))
    const invited = Math.ceil(respondents / (0.6 + 0.4 * random()))
    atoms.push({ anchor: units.at(-1) ?? 0, layers, kind, invited, respondents, coarse })
    for (const unit of units) unitsOf.get(unit)?.push(atoms.length - 1)
  }
  const addUnit = () => {
    heads++
    unitsOf.set(heads, [])
    return heads
  }
  const depths = new Map<number, { depth: number; parent: string }>()
  let coarse = 0
  addAtom([], [1, 2], "top", coarse++)
  for (let f = 0; f < options.functions; f++) {
    const inFunction = addUnit()
    depths.set(inFunction, { depth: 1, parent: "all" })
    addAtom([inFunction], [3, 3], "pure", coarse)
    for (let d = 0; d < options.departments; d++) {
      const inDepartment = addUnit()
      depths.set(inDepartment, { depth: 2, parent: `unit:${inFunction}` })
      addAtom([inFunction, inDepartment], [4, 4], "pure", coarse)
      for (let t = 0; t < options.teams; t++) {
        const inTeam = addUnit()
        depths.set(inTeam, { depth: 3, parent: `unit:${inDepartment}` })
        const units = [inFunction, inDepartment, inTeam]
        addAtom(units, [5, 5], "pure", coarse)
        addAtom(units, [6, 6], t % 5 === 4 ? "mixed" : "pure", coarse++)
      }
    }
  }

  const group = (id: string, kind: Grouping["kind"], rest: Partial<Grouping>, held: number[]) => {
    const covered = held.reduce((sum, atom) => sum + (atoms[atom] as AtomInfo).invited, 0)
    if (held.length === 0) return
    groupings.push({
      ...{
        id,
        kind,
        name: id,
        parent: "all",
        layer: null,
        unit: null,
        depth: 0,
        atoms: held,
        invited: covered,
        covered,
      },
      ...rest,
    })
  }
  const whole = [...atoms.keys()]
  const onLayer = (held: number[], layer: number) =>
    held.filter(
      (atom) => (atoms[atom] as AtomInfo).layers[0] === layer && (atoms[atom] as AtomInfo).kind !== "mixed",
    )
  group("all", "organization", { parent: null }, whole)
  group("layer:1-2", "layer", { layer: 2 }, onLayer(whole, 1))
  for (let layer = 3; layer <= 6; layer++) group(`layer:${layer}`, "layer", { layer }, onLayer(whole, layer))
  for (const [unit, held] of unitsOf) {
    group(`unit:${unit}`, "unit", { unit, ...depths.get(unit) }, held)
    for (let layer = 3; layer <= 6; layer++) {
      const rest = { unit, layer, ...depths.get(unit), parent: `unit:${unit}` }
      group(`unit:${unit}/layer:${layer}`, "unit-layer", rest, onLayer(held, layer))
    }
  }

  const invited = atoms.reduce((sum, atom) => sum + atom.invited, 0)
  return {
    survey: {
      id: "survey",
      name: "Survey",
      organization: "Company",
      closedAt: "2026-01-31T17:00:00Z",
      k: options.k,
      invited,
    },
    ...answers(options, atoms, random),
    atoms,
    groupings,
    seed: options.seed,
  }
}

function answers({ constructs, items, missing }: SyntheticOptions, atoms: AtomInfo[], random: () => number) {
  const people = atoms.reduce((sum, atom) => sum + atom.respondents, 0)
  const atom = new Int32Array(people)
  let person = 0
  for (const [index, { respondents }] of atoms.entries()) {
    atom.fill(index, person, person + respondents)
    person += respondents
  }
  const columns = Array.from({ length: constructs * items }, () => new Int8Array(people))
  for (let at = 0; at < people; at++) {
    const mood = 3.9 - 0.15 * (atoms[atom[at] as number] as AtomInfo).layers[0] + random() * 1.5 - 0.75
    for (const column of columns) {
      const answer = Math.round(mood + 1.6 * (random() + random() - 1))
      column[at] = random() < missing ? (random() < 0.5 ? 0 : -1) : Math.min(5, Math.max(1, answer))
    }
  }
  const ids = Array.from({ length: constructs }, (_, c) =>
    Array.from({ length: items }, (_, i) => `c${c}i${i}`),
  )
  return {
    observations: { atom, items: columns, itemIds: ids.flat(), atoms: atoms.length },
    measures: {
      constructs: ids.map((of, c) => ({
        id: `c${c}`,
        name: `c${c}`,
        items: of.map((id) => ({ id, text: id })),
      })),
      composites: [{ id: "message", name: "Message", constructs: ["c0", "c1", "c2"].slice(0, constructs) }],
    },
  }
}

/** Mulberry32: small, seeded, even; good enough to make up answers. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
