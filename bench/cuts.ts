/**
 * What the cut keeps of real org charts: `npm run bench cuts`. One line for every people file of the reference
 * organizations that is present, and for the demo company. k = 5; atoms as they would be with 75% response.
 */
import { globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import {
  buildOrgChart,
  cutAtoms,
  cutCohorts,
  demoCompany,
  type FrozenChart,
  freezeChart,
  type Group,
  groupings,
  type OrgChart,
  parsePeople,
} from "../packages/org/src/index.ts"

const K = 5
const RESPONSE = 0.75
const SEED = 20_220_511
const REFERENCE = join(dirname(fileURLToPath(import.meta.url)), "../../shared/reference/orgs")

const table: Record<string, string | number>[] = []
const notes: string[] = []
for (const path of globSync("*/*.csv", { cwd: REFERENCE }).sort()) {
  const file = parsePeople(readFileSync(join(REFERENCE, path), "utf8"))
  measure(path, buildOrgChart(file.people))
}
if (table.length === 0)
  notes.push("The reference organizations are not on this machine: only the demo company is shown.")
measure("demo company", buildOrgChart(demoCompany({ seed: 7, people: 1200 })))
measure("demo company × 80", buildOrgChart(demoCompany({ seed: 7, people: 100_000 })))

console.log(
  `k = ${K}: cohorts of at least ${K + 3}; atoms of at least ${K} at ${RESPONSE * 100}% response, seed ${SEED}\n`,
)
printTable(table)
if (notes.length > 0) console.log(`\n${notes.join("\n")}`)

function measure(name: string, org: OrgChart): void {
  const chart = freezeChart(org)
  const invited = org.people.map((person, position) => person.active && chart.layer[position] !== 0)
  const people = invited.filter(Boolean).length
  const unplaced = org.people.length - chart.layer.filter((layer) => layer > 0).length
  if (unplaced > 0 && org.people.length > 0)
    notes.push(
      `${name}: ${unplaced} of ${org.people.length} people have no place (see throughline people check); they are left out.`,
    )
  const began = performance.now()
  const cohorts = cutCohorts(chart, invited, K)
  const took = performance.now() - began
  if ("refused" in cohorts) {
    table.push({ organization: name, people, cohorts: people === 0 ? "nobody to cut" : "too few" })
    return
  }
  const answered = respond(cohorts)
  const atoms = cutAtoms(chart, cohorts, answered, K)
  const each = cohorts.map((cohort) => ({ ...cohort, members: [cohort.id] }))
  const launch = visible(chart, invited, cohorts, each)
  const close = "refused" in atoms ? undefined : visible(chart, invited, cohorts, atoms)
  const functions = wholeFunctions(name, chart, invited, cohorts)
  const pure = cohorts
    .filter((cohort) => cohort.kind === "pure")
    .reduce((sum, cohort) => sum + cohort.size, 0)
  table.push({
    organization: name,
    people,
    cohorts: cohorts.length,
    smallest: Math.min(...cohorts.filter((cohort) => cohort.kind !== "top").map((cohort) => cohort.size)),
    "top group": cohorts.find((cohort) => cohort.kind === "top")?.size ?? 0,
    "functions whole": functions,
    "in pure cohorts": percent(pure, people),
    "atoms at 75%": "refused" in atoms ? "too few" : atoms.length,
    "units shown at launch": launch,
    "units shown at 75%": close ?? "",
    "cut, ms": Math.round(took),
  })
}

/** Seeded answers: how many of each cohort, person by person. */
function respond(cohorts: readonly Group[]): number[] {
  let state = SEED
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return cohorts.map((cohort) => cohort.members.filter(() => random() < RESPONSE).length)
}

/** Invited people of the unit of every position. */
function unitSizes(chart: FrozenChart, invited: readonly boolean[]): Int32Array {
  const sizes = new Int32Array(chart.layer.length)
  for (let position = sizes.length - 1; position >= 0; position--) {
    const manager = chart.parent[position] as number
    if (manager >= 0)
      sizes[manager] = (sizes[manager] as number) + (sizes[position] as number) + (invited[position] ? 1 : 0)
  }
  return sizes
}

/** Of the units with k + 3 people or more below layer 1, how many a release may show. */
function visible(
  chart: FrozenChart,
  invited: readonly boolean[],
  cohorts: readonly Group[],
  atoms: readonly Group[],
) {
  const sizes = unitSizes(chart, invited)
  const shown = new Set(groupings(chart, invited, cohorts, atoms).map((grouping) => grouping.id))
  const units = [...sizes.keys()].filter(
    (at) => (chart.layer[at] as number) >= 2 && (sizes[at] as number) >= K + 3,
  )
  const kept = units.filter((unit) => shown.has(`unit:${unit}`)).length
  return `${kept} of ${units.length} (${percent(kept, units.length)})`
}

/** A function is whole when every cohort with somebody of it stands wholly inside. */
function wholeFunctions(
  name: string,
  chart: FrozenChart,
  invited: readonly boolean[],
  cohorts: readonly Group[],
) {
  const leader = new Int32Array(chart.layer.length).fill(-1)
  chart.layer.forEach((layer, position) => {
    if (layer === 3) leader[position] = chart.parent[position] as number
    if (layer > 3) leader[position] = leader[chart.parent[position] as number] as number
  })
  const broken = new Set<number>()
  for (const cohort of cohorts) {
    const leaders = new Set(cohort.members.map((position) => leader[position] as number))
    if (leaders.size > 1) for (const one of leaders) broken.add(one)
  }
  const sizes = unitSizes(chart, invited)
  const functions = [...sizes.keys()].filter((at) => chart.layer[at] === 2 && (sizes[at] as number) >= K + 3)
  const whole = functions.filter((at) => !broken.has(at)).length
  const top = cohorts.find((cohort) => cohort.kind === "top")
  if (whole < functions.length && top && top.layers[1] > 2)
    notes.push(
      `${name}: head and layer 2 are fewer than ${K}, so the top group took in the smallest layer-3 group of a function.`,
    )
  return `${whole} of ${functions.length}`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`
}

function printTable(rows: Record<string, string | number>[]): void {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (row: Record<string, string | number>, column: string) => String(row[column] ?? "")
  const widths = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => cell(row, column).length)),
  )
  const line = (cells: string[]) =>
    cells
      .map((text, at) => (at === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join("  ")
  console.log(line(columns))
  console.log(line(widths.map((width) => "-".repeat(width))))
  for (const row of rows) console.log(line(columns.map((column) => cell(row, column))))
}
