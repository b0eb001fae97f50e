import { existsSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { checkPeople } from "./check-people.ts"
import { cutCohorts } from "./cohorts.ts"
import { freezeChart } from "./freeze-chart.ts"
import { groupings } from "./groupings.ts"
import { buildOrgChart } from "./org-chart.ts"
import { parsePeople } from "./parse-people.ts"
import { isBlocked } from "./person.ts"
import { repairAll } from "./repair-all.ts"

/** Reporting structures of real organizations, read where they lie; figures from their own description. */
const reference = new URL("../../../../shared/reference/orgs/", import.meta.url)
const text = (path: string) => readFileSync(new URL(path, reference), "utf8")

function check(path: string) {
  const { people, roots, layers, unplaced, issues } = checkPeople(text(path))
  const codes: Record<string, number> = {}
  for (const { code } of issues) codes[code] = (codes[code] ?? 0) + 1
  return { people, roots, layers: Object.values(layers), unplaced, codes }
}

const present = existsSync(reference)
describe.skipIf(!present)(`reference organizations${present ? "" : " (no reference data)"}`, () => {
  test("a software company in May: one root on six layers, nothing to report", () => {
    expect(check("sourcegraph/employees-2022-05-11.csv")).toEqual({
      ...{ people: 274, roots: 1, layers: [1, 9, 43, 94, 45, 82], unplaced: 0, codes: {} },
    })
  })

  test("the same in February: 25 roots, 13 people whose manager cannot be found, 6 without a mail", () => {
    expect(check("sourcegraph/employees-2022-02-17.csv")).toEqual({
      ...{ people: 249, roots: 25, layers: [25, 48, 100, 63], unplaced: 13 },
      codes: { "several-tops": 1, "manager-missing": 13, "no-email": 6 },
    })
  })

  test("a ministry, clean: seniors and all; the shared mailbox is not the key", () => {
    const senior = { people: 93, roots: 1, layers: [1, 7, 29, 56], unplaced: 0 }
    expect(check("uk-decc-2011-03-31/employees_senior.csv")).toEqual({ ...senior, codes: {} })
    expect(check("uk-decc-2011-03-31/senior.csv")).toEqual({
      ...senior,
      codes: { "no-name": 66, "duplicate-email": 1, "no-email": 5 },
    })
    expect(check("uk-decc-2011-03-31/employees_full.csv")).toEqual({
      ...{ people: 1195, roots: 1, layers: [1, 7, 161, 122, 904], unplaced: 0, codes: {} },
    })
  })

  test("a ministry with a post that reports to itself: 12 seniors, 24 of all reach no root", () => {
    const senior = { people: 80, roots: 2, unplaced: 12 }
    expect(check("uk-dfid-2011-03-31/employees_senior.csv")).toMatchObject({
      ...senior,
      codes: { "self-manager": 1, "several-tops": 1 },
    })
    expect(check("uk-dfid-2011-03-31/senior.csv")).toMatchObject({ ...senior, codes: { "self-manager": 1 } })
    const full = check("uk-dfid-2011-03-31/employees_full.csv")
    expect(full).toMatchObject({
      people: 1240,
      unplaced: 24,
      codes: { "self-manager": 1, "several-tops": 1 },
    })
    expect(full.layers).toHaveLength(6)
  })

  test("a ministry, dirty: 11 doubled posts, 56 abolished, 7 vacant; no abolished post becomes a manager", () => {
    const dirty = check("uk-home-office-2012-09-30/senior.csv")
    expect(dirty).toMatchObject({ people: 201, roots: 1, unplaced: 0 })
    expect(dirty.layers).toHaveLength(5)
    expect(dirty.codes).toMatchObject({ "duplicate-id": 11, inactive: 56, vacant: 7 })
    const parsed = parsePeople(text("uk-home-office-2012-09-30/senior.csv"))
    // 2GEO02 stands in the file twice, abolished first, then vacant.
    expect(parsed.people.find((person) => person.id === "2GEO02")?.row).toBe(157)
    expect(parsed.people.filter((person) => /^'|'$/.test(person.title))).toEqual([])
    expect(check("uk-home-office-2012-09-30/employees_full.csv")).toMatchObject({
      ...{ people: 10_703, roots: 1, unplaced: 0, codes: { inactive: 56, vacant: 7 } },
      layers: [1, 14, 205, 1330, 9132, 21],
    })
  })

  test("groups of posts are described as such", () => {
    for (const ministry of ["uk-decc-2011-03-31", "uk-dfid-2011-03-31", "uk-home-office-2012-09-30"])
      expect(check(`${ministry}/junior.csv`)).toMatchObject({ people: 0, codes: { "not-people": 1 } })
  })

  test("a list in another notation than CSV is refused, not read as people", () => {
    for (const month of ["2022-02-17", "2022-05-11"]) {
      const path = `sourcegraph/team-${month}.pseudonymised.yml`
      expect(check(path)).toEqual({
        ...{ people: 0, roots: 0, layers: [], unplaced: 0, codes: { "not-people": 1 } },
      })
      expect(checkPeople(text(path)).issues[0]).toMatchObject({ severity: "error", row: null })
    }
  })

  test("an HR export with managers by name: all found but four absent ones of 73 people and a board", () => {
    const hr = check("hrdataset/HRDataset_v14.csv")
    expect(hr).toMatchObject({ people: 311, roots: 0, layers: [], unplaced: 311 })
    expect(hr.codes).toEqual({
      "manager-missing": 75,
      "no-top": 1,
      inactive: 104,
      "no-email": 1,
      "ignored-column": 1,
    })
    expect(checkPeople(text("hrdataset/HRDataset_v14.csv")).columns.managerId).toBeUndefined()
    const { issues } = parsePeople(text("hrdataset/HRDataset_v14.csv"))
    const absent = new Map<string, number>()
    for (const issue of issues.filter(({ code }) => code === "manager-missing")) {
      const name = /“(.*?)”/.exec(issue.message)?.[1] ?? ""
      absent.set(name, (absent.get(name) ?? 0) + 1)
    }
    expect(Object.fromEntries(absent)).toEqual({
      ...{ "Michael Albert": 22, "Webster Butler": 21, "Alex Sweetwater": 9, "David Stanley": 21 },
      "Board of Directors": 2,
    })
  })

  test("every file that lists people imports after its repairs, in its own shape", () => {
    const repaired = (path: string) => {
      const { file, repairs } = repairAll(text(path))
      const chart = buildOrgChart(file.people)
      const layers: number[] = []
      for (const layer of chart.layer) if (layer > 0) layers[layer - 1] = (layers[layer - 1] ?? 0) + 1
      expect([path, isBlocked(file), chart.unplaced, file.issues]).toEqual([path, false, [], []])
      return { layers, repairs: repairs.map(({ kind }) => kind) }
    }
    // Nothing to repair but what there is to know.
    expect(repaired("sourcegraph/employees-2022-05-11.csv").repairs).toEqual([])
    expect(repaired("uk-decc-2011-03-31/employees_full.csv").repairs).toEqual([])
    expect(repaired("uk-decc-2011-03-31/senior.csv").layers).toEqual([1, 7, 29, 56])
    // Five absent managers become vacant posts; 25 tops without a head among them stay a leadership group.
    expect(repaired("sourcegraph/employees-2022-02-17.csv")).toEqual({
      layers: [25, 53, 113, 63],
      repairs: [...Array(5).fill("placeholder"), "keep", "keep"],
    })
    // The post that reports to itself goes to the permanent secretary, and so does the secondment.
    expect(repaired("uk-dfid-2011-03-31/employees_full.csv")).toEqual({
      ...{ layers: [1, 7, 91, 305, 833, 3], repairs: ["set-manager", "top"] },
    })
    expect(repaired("uk-dfid-2011-03-31/senior.csv").layers).toEqual([1, 7, 27, 42, 2, 1])
    // Doubled, abolished and vacant posts are left out: 201 - 11 - 45 - 7.
    expect(repaired("uk-home-office-2012-09-30/senior.csv").layers).toEqual([1, 14, 61, 60, 2])
    expect(repaired("uk-home-office-2012-09-30/employees_senior.csv").layers).toEqual([1, 14, 61, 60, 2])
    expect(repaired("uk-home-office-2012-09-30/employees_full.csv").layers).toHaveLength(6)
    // The board appoints the head; four managers without a row keep their teams.
    expect(repaired("hrdataset/HRDataset_v14.csv")).toEqual({
      layers: [1, 18, 135, 57],
      repairs: ["drop", "top", ...Array(4).fill("placeholder"), "keep", "keep"],
    })
  })

  test("the cut keeps what was found when the rules were tried", () => {
    const cuts = [
      "sourcegraph/employees-2022-05-11.csv",
      "uk-decc-2011-03-31/employees_full.csv",
      "uk-home-office-2012-09-30/employees_full.csv",
    ]
    const kept = cuts.map((path) => {
      const org = buildOrgChart(parsePeople(text(path)).people)
      const chart = freezeChart(org)
      const everybody = org.people.map(() => true)
      const cohorts = cutCohorts(chart, everybody, 5)
      if ("refused" in cohorts) return undefined
      const pure = cohorts.filter(({ kind }) => kind === "pure").reduce((sum, { size }) => sum + size, 0)
      const each = cohorts.map((cohort) => ({ ...cohort, members: [cohort.id] }))
      const units = groupings(chart, everybody, cohorts, each).filter(({ kind }) => kind === "unit")
      const whole = (layer: number) =>
        units.filter(({ unit, covered, invited }) => chart.layer[unit ?? 0] === layer && covered === invited)
          .length
      return {
        cohorts: cohorts.length,
        pure: Math.round((1000 * pure) / org.people.length) / 10,
        functions: whole(2),
        layer4: whole(4),
      }
    })
    expect(kept).toEqual([
      { cohorts: 20, pure: 77.7, functions: 6, layer4: 1 },
      { cohorts: 59, pure: 95.6, functions: 7, layer4: 41 },
      { cohorts: 100, pure: 99.5, functions: 10, layer4: 57 },
    ])
  })
})
