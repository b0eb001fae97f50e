import type { DriverDetail } from "../api.ts"

/** A driver of three units for tests: two quarters foretold before, one foretold now, one unit under its plan. */
export function exampleDriver(more: Partial<DriverDetail> = {}): DriverDetail {
  const madeAt = "2026-07-02T08:00:00.000Z"
  const figures = { indicator: 50, last: 100, miss: 0.5, extrapolated: false }
  return {
    id: "5f3a9d0c-1111-4222-8333-944455556666",
    name: "Training before the release",
    indicator: { id: "a", name: "Trained before the release", measure: "%", direction: "higher" },
    outcome: { id: "b", name: "Sales of the retrofit kit", measure: "thousand €", direction: "higher" },
    plan: { id: "c", name: "Planned sales" },
    horizon: 1,
    target: 80,
    deadline: "2026-06-30",
    keeper: { id: "k", name: "Tomas Keller" },
    receiver: { id: "r", name: "Jonas Okafor" },
    active: true,
    mayFeed: false,
    state: "published",
    waiting: null,
    refusals: [],
    standing: { state: "missed", value: 61, period: "2026-Q2", unitsThere: 1, units: 3 },
    foretold: { base: "2026-Q2", period: "2026-Q3", madeAt, behind: null },
    units: [
      { number: 4, label: "North" },
      { number: 7, label: "South" },
      { number: 9, label: "Export" },
    ],
    leftOut: [],
    periods: ["2026-Q1", "2026-Q2", "2026-Q3"],
    series: {
      indicator: [
        [60, 70, null],
        [45, 82, 56],
        [null, null, null],
      ],
      outcome: [
        [100, 90, 80],
        [120, 95, 70],
        [null, null, null],
      ],
      plan: [
        [100, 90, 80],
        [100, 90, 80],
        [110, 95, 85],
      ],
    },
    overall: { indicator: [65, 61, null], outcome: [90, 95, null] },
    fit: null,
    prediction: {
      number: 3,
      base: "2026-Q2",
      period: "2026-Q3",
      madeAt,
      units: [
        { ...figures, unit: 7, expected: 96, low: 86, high: 106, plan: 95, miss: 0.45 },
        { ...figures, unit: 4, expected: 95, low: 88, high: 102, plan: 110, miss: 0.97, indicator: 45 },
        { ...figures, unit: 9, expected: 82, low: 72, high: 92, plan: 85, miss: 0.7, extrapolated: true },
      ],
      behind: { units: [4], expected: 95, low: 88, high: 102, plan: 110 },
    },
    past: [
      {
        ...{ number: 3, base: "2026-Q2", period: "2026-Q3", madeAt, scored: 0, inside: 0 },
        units: [{ unit: 4, expected: 95, low: 88, high: 102, plan: 110, came: null, inside: null }],
      },
      {
        ...{ number: 2, base: "2026-Q1", period: "2026-Q2", madeAt, scored: 2, inside: 2 },
        units: [
          { unit: 4, expected: 118, low: 108, high: 128, plan: 100, came: 120, inside: true },
          { unit: 9, expected: 75, low: 65, high: 85, plan: 80, came: 70, inside: true },
        ],
      },
      {
        ...{ number: 1, base: "2026-Q1", period: "2026-Q2", madeAt, scored: 1, inside: 0 },
        units: [{ unit: 4, expected: 100, low: 90, high: 110, plan: 100, came: 120, inside: false }],
      },
    ],
    calibration: { scored: 2, inside: 1, byPeriod: [{ period: "2026-Q2", scored: 2, inside: 1 }] },
    alerts: [],
    ...more,
  }
}
