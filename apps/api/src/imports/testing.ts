import { peopleForm } from "../testing.ts"

/** A made-up file of old answers: two divisions of units, two levels, two questions. The answers are its own pattern. */
export function oldAnswers(people = 240, seed = 1): string {
  const rows = Array.from({ length: people }, (_, at) => {
    const mixed = (at * 7919 + seed * 104_729) % 10_007
    const unit = at % 6
    const level = at % 12 < 2 ? "Manager" : "Staff"
    const answer = (question: number) => 1 + ((mixed + question * (unit + 3)) % 5)
    return `r${seed}-${at},${unit < 3 ? "North" : "South"},U${unit},${level},${answer(1)},${answer(2)}`
  })
  return ["Respondent,Division,Unit,Level,Q1,Q2", ...rows].join("\n")
}

export const oldSettings = (more: object = {}) => ({
  ...{ name: "Spring 2019", closedOn: "2019-05-31", k: 5, asked: 300 },
  topics: [{ id: "mission-clarity", name: "Mission clarity" }],
  mapping: {
    place: {
      kind: "units" as const,
      layer: { column: "Level", order: ["Manager", "Staff"] },
      units: ["Division", "Unit"],
    },
    person: "Respondent",
    items: ["Q1", "Q2"].map((column) => ({
      ...{ column, construct: "mission-clarity", text: `Old ${column}`, reverse: false },
    })),
    answers: {},
  },
  ...more,
})

export const oldForm = (text = oldAnswers(), more: object = {}) =>
  peopleForm(text, "old.csv", { settings: oldSettings(more) })
