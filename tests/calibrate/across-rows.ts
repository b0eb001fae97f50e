import { across, analyse } from "../../packages/analysis/src/index.ts"
import { seeded, shuffle } from "../../packages/analysis/src/random.ts"
import { filled } from "./choosing-people.ts"
import { official, type Person, surveyOf } from "./choosing-survey.ts"

type Finding = "united-with-top" | "united-elsewhere" | "scattered" | "cannot-tell"

/** What is said of functions of one kind. */
export interface AcrossRow {
  /** What functions are compared with: the official list, or the order that a told top group chose. */
  reference: "official" | "top"
  kind: string
  options: number
  functions: number
  findings: Record<Finding, number>
  /** Its table was withheld, so nothing is said. */
  hidden: number
}

/** Kinds of functions: whose order its people share, and how strongly. */
const kinds = {
  "the top's order": { shares: "top", strength: 0.7 },
  "the top's order, loosely": { shares: "top", strength: 0.45 },
  "an order of its own": { shares: "own", strength: 0.7 },
  "at random": { shares: "none", strength: 0 },
} as const

const [smallest, largest] = [30, 200]
/** How much more often, at full strength, an option is taken than the next one in the order. */
const preferred = 2.2
const namesNothing = 0.1
const topGroup = 60

/** Made-up surveys of eight functions of 30 to 200 people, two of each kind, of 7, 8 and 9 options in turn. */
export function acrossRows(seed: number, organizations: number): AcrossRow[] {
  const rows = new Map<string, AcrossRow>()
  for (const reference of ["official", "top"] as const) {
    for (let organization = 0; organization < organizations; organization++) {
      const options = 7 + (organization % 3)
      const random = seeded((seed * 7919 + organization) >>> 0)
      // The official ones come first; the order of a top group is any order.
      const top = Array.from({ length: options }, (_, at) => at)
      if (reference === "top") shuffle(top, random)
      const names = Object.keys(kinds) as (keyof typeof kinds)[]
      const list = [...names, ...names]
      const units = list.map((name) => {
        const { shares, strength } = kinds[name]
        const order = [...top]
        if (shares === "own") shuffle(order, random)
        return unitOf(
          random,
          order,
          strength,
          reference,
          smallest + Math.floor(random() * (largest - smallest + 1)),
        )
      })
      const first =
        reference === "top"
          ? [unitOf(random, top, kinds["the top's order"].strength, reference, topGroup)]
          : []
      const survey = surveyOf({
        ...{ options, missionOptions: 4, units: [...first, ...units], topFirst: reference === "top" },
      })
      const told = across(analyse(survey)).questions[0]
      for (const [at, kind] of list.entries()) {
        const key = `${reference} ${kind} ${options}`
        const row = rows.get(key) ?? emptyRow(reference, kind, options)
        rows.set(key, row)
        row.functions++
        const unit = told?.units.find(({ group }) => group === `unit:${at + first.length}`)
        if (unit === undefined || told?.reference?.kind !== reference) row.hidden++
        else row.findings[unit.finding]++
      }
    }
  }
  return [...rows.values()]
}

function emptyRow(reference: AcrossRow["reference"], kind: string, options: number): AcrossRow {
  const findings = { "united-with-top": 0, "united-elsewhere": 0, scattered: 0, "cannot-tell": 0 }
  return { reference, kind, options, functions: 0, findings, hidden: 0 }
}

/**
 * People of whom a share of `strength` go by the order, the others by nothing: of an official list they name its three, of
 * an order each place is taken by how far up it stands among those left (Plackett & Luce).
 */
function unitOf(
  random: () => number,
  order: readonly number[],
  strength: number,
  reference: AcrossRow["reference"],
  size: number,
): Person[] {
  const options = order.length
  const choose = () => {
    if (random() >= strength) return filled(random, [], options)
    if (reference === "official") return order.slice(0, official)
    const left = [...order]
    return Array.from({ length: official }, () => {
      const weights = left.map((option) => preferred ** -order.indexOf(option))
      let at = random() * weights.reduce((sum, weight) => sum + weight, 0)
      const found = weights.findIndex((weight) => {
        at -= weight
        return at < 0
      })
      return left.splice(found < 0 ? left.length - 1 : found, 1)[0] as number
    })
  }
  return Array.from({ length: size }, () => ({
    claim: [3, 3, 3, 3],
    mission: false,
    named: random() < namesNothing ? [] : choose(),
  }))
}
