// Answers as the server gives them, made by hand so that every sentence can be checked against them. For tests.

import type { Across, EngagementBeside, GroupFacts, Knowing, KnowingGroup } from "@throughline/analysis"

function group(id: string, more: Partial<GroupFacts> = {}): GroupFacts {
  return {
    id,
    kind: "unit",
    name: id,
    parent: "all",
    layer: null,
    layers: [3, 5],
    depth: 1,
    respondents: 60,
    ...more,
  }
}

const everybody = group("all", { kind: "organization", name: "Whole organization", parent: null, depth: 0 })
export const groups = [
  everybody,
  group("layer:4", { kind: "layer", name: "Layer 4", layers: [4, 4], layer: 4 }),
  group("layer:1", { kind: "layer", name: "Layer 1", layers: [1, 2], layer: 1 }),
  group("Sales"),
  group("Operations"),
  group("Depot", { parent: "Operations", depth: 2 }),
  group("Operations/layer:4", { kind: "unit-layer", parent: "Operations", layers: [4, 4] }),
]

export function toldOf(
  id: string,
  gap: [number, number, number] | null,
  more: Partial<KnowingGroup> = {},
): KnowingGroup {
  return {
    group: id,
    n: 60,
    shown: { value: 44, low: 40, high: 48 },
    claimed: { value: 71, low: 68, high: 74 },
    beyondChance: { value: 28, low: 25, high: 31 },
    gap: gap && { value: gap[0], low: gap[1], high: gap[2] },
    finding: gap === null ? "cannot-tell" : gap[1] > 0 ? "illusion" : gap[2] < 0 ? "modest" : "no-gap",
    ...more,
  }
}

export const knowing: Knowing = {
  groups,
  objectives: [
    {
      id: "mission",
      text: "Which is our mission?",
      chance: 20,
      claim: null,
      groups: [toldOf("all", null, { claimed: null })],
    },
    {
      id: "priorities",
      text: "Which are our priorities?",
      chance: 38,
      claim: { id: "strategy", name: "Strategy" },
      groups: [
        toldOf("all", [27, 24, 31]),
        toldOf("layer:4", [27, 24, 31]),
        toldOf("Sales", [12, 4, 20]),
        toldOf("Operations", [40, 31, 49]),
      ],
    },
  ],
  choices: [
    {
      id: "explained-by",
      text: "Who was it, that last time?",
      pick: 1,
      options: [
        { id: "manager", text: "My direct manager" },
        { id: "top", text: "The head" },
      ],
      groups: [
        { group: "all", shares: [70, 30] },
        { group: "layer:4", shares: [5, 95] },
      ],
    },
  ],
}

const unit = {
  n: 60,
  shares: [60, 40, 5],
  w: 0.3,
  p: 0.001,
  tau: 0.8,
  tauLow: 0.5,
  tauHigh: 1,
  agreement: null,
}

export const across: Across = {
  groups,
  questions: [
    {
      id: "priorities",
      text: "Which are our priorities?",
      pick: 2,
      options: [
        { id: "a", text: "Renovate", official: true },
        { id: "b", text: "Fewer faults", official: true },
        { id: "c", text: "A second factory", official: false },
      ],
      reference: { kind: "top", group: "layer:1", shares: [90, 80, 5] },
      units: [
        { ...unit, group: "Sales", finding: "united-with-top" },
        { ...unit, group: "Operations", tau: -0.6, tauLow: -0.9, tauHigh: -0.2, finding: "united-elsewhere" },
        {
          ...unit,
          group: "Depot",
          tau: null,
          tauLow: null,
          tauHigh: null,
          w: 0.02,
          p: 0.4,
          finding: "scattered",
        },
      ],
      matrix: {
        units: ["Sales", "Operations"],
        tau: [
          [1, -0.4],
          [-0.4, 1],
        ],
      },
      dividing: [
        {
          option: "c",
          least: { group: "Sales", share: 5 },
          most: { group: "Operations", share: 75 },
          p: 0.0004,
        },
        { option: "a", least: { group: "Operations", share: 55 }, most: { group: "Sales", share: 60 }, p: 1 },
      ],
    },
  ],
}

const estimate = (value: number) => ({ value, low: value - 5, high: value + 5 })

export const beside: EngagementBeside = {
  engagement: { id: "engagement", name: "Engagement" },
  alignment: { id: "message", name: "The message" },
  groups,
  places: [
    { group: "all", engaged: estimate(70), aligned: estimate(55), part: "near" },
    { group: "Sales", engaged: estimate(72), aligned: estimate(58), part: "near" },
    { group: "Operations", engaged: estimate(80), aligned: estimate(25), part: "engaged-not-aligned" },
  ],
  link: null,
  units: 2,
}
