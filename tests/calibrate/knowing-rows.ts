import { analyse, knowing } from "../../packages/analysis/src/index.ts"
import { seeded } from "../../packages/analysis/src/random.ts"
import { type KnowledgeName, knowledges, missionOptions, peopleWho } from "./choosing-people.ts"
import { official, type Person, surveyOf } from "./choosing-survey.ts"

/** How often intervals hold what is true, of one objective in units of one kind. */
export interface KnowingRow {
  people: KnowledgeName
  objective: string
  /** What is true: percent known beyond guessing, and the gap in points. */
  truth: { beyondChance: number; gap: number }
  /** Intervals that hold it, of so many. */
  beyondChance: { held: number; of: number }
  gap: { held: number; of: number }
  /** Half the width of the interval of what is known beyond guessing, on average. */
  halfWidth: number
  illusion: number
  modest: number
}

const unitsOfSurvey = 10
const [smallest, largest] = [30, 200]

/** Made-up surveys of ten units of 30 to 200 people each, of 7, 8 and 9 options in turn, analysed and told as any other. */
export function knowingRows(seed: number, organizations: number): KnowingRow[] {
  return (Object.keys(knowledges) as KnowledgeName[]).flatMap((people) => {
    const rows = new Map<string, KnowingRow & { widths: number; truths: Truths }>()
    const truths = new Map([7, 8, 9].map((options) => [options, truthOf(people, options)]))
    for (let organization = 0; organization < organizations; organization++) {
      const options = 7 + (organization % 3)
      const random = seeded((seed * 7919 + organization) >>> 0)
      const person = peopleWho(random, knowledges[people], options)
      const units = Array.from({ length: unitsOfSurvey }, () =>
        Array.from({ length: smallest + Math.floor(random() * (largest - smallest + 1)) }, person),
      )
      const told = knowing(analyse(surveyOf({ options, missionOptions, units })))
      for (const { id, groups } of told.objectives) {
        const truth = truths.get(options)?.[id]
        if (truth === undefined) throw new Error(`no truth of ${id}`)
        const row = rows.get(id) ?? emptyRow(people, id)
        rows.set(id, row)
        for (const { group, beyondChance, gap, finding } of groups) {
          if (group === "all") continue
          const holds = ({ low, high }: { low: number; high: number }, value: number) =>
            Number(low <= value && value <= high)
          row.truths.push(truth)
          row.widths += (beyondChance.high - beyondChance.low) / 2
          row.beyondChance.held += holds(beyondChance, truth.beyondChance)
          row.beyondChance.of++
          if (gap !== null) {
            row.gap.held += holds(gap, truth.gap)
            row.gap.of++
          }
          if (finding === "illusion") row.illusion++
          if (finding === "modest") row.modest++
        }
      }
    }
    return [...rows.values()].map(({ widths, truths, ...row }) => ({
      ...row,
      truth: {
        beyondChance: Math.round(mean(truths.map(({ beyondChance }) => beyondChance))),
        gap: Math.round(mean(truths.map(({ gap }) => gap))),
      },
      halfWidth: Math.round(widths / row.beyondChance.of),
    }))
  })
}

type Truths = KnowingRow["truth"][]

function emptyRow(people: KnowledgeName, objective: string) {
  return {
    ...{ people, objective, truth: { beyondChance: 0, gap: 0 }, halfWidth: 0, illusion: 0, modest: 0 },
    ...{ beyondChance: { held: 0, of: 0 }, gap: { held: 0, of: 0 }, widths: 0, truths: [] as Truths },
  }
}

/** What is true of such people, in percent: counted in 60,000 of them, none rounded, nothing hidden. */
function truthOf(people: KnowledgeName, options: number): Record<string, KnowingRow["truth"]> {
  const person = peopleWho(seeded(4711), knowledges[people], options)
  const all = Array.from({ length: 60_000 }, person)
  const said = all.flatMap(({ claim }) => {
    const answered = claim.filter((answer) => answer > 0)
    return answered.length < 2 ? [] : [answered.filter((answer) => answer >= 4).length / answered.length]
  })
  const couldSay = mean(all.flatMap(({ claim }) => claim.map((answer) => Number(answer > 0))))
  const claimed = mean(said) * couldSay
  const of = (score: (one: Person) => number | undefined, chance: number) => {
    const tried = all.map(score).filter((one) => one !== undefined)
    const attempted = tried.length / all.length
    const right = mean(tried)
    const beyondChance = (100 * attempted * (right - chance)) / (1 - chance)
    return { beyondChance, gap: 100 * (claimed - attempted * right) }
  }
  const hits = ({ named }: Person) =>
    named.length === 0 ? undefined : named.filter((option) => option < official).length / official
  // Whoever guesses is right as often as guessing is: exactly, not as often as the people drawn here were.
  const found = {
    mission: of(({ mission }) => (mission === undefined ? undefined : Number(mission)), 1 / missionOptions),
    priorities: of(hits, official / options),
    "priorities-all": of(
      (one) => (hits(one) === undefined ? undefined : Number(hits(one) === 1)),
      6 / (options * (options - 1) * (options - 2)),
    ),
  }
  if (people === "guessing") for (const truth of Object.values(found)) truth.beyondChance = 0
  return found
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
