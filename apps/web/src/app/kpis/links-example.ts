// Links as the API tells them, for the tests of the words.

import type { LinkPair } from "@throughline/analysis"
import type { Links } from "../api.ts"

type Kpi = Links["kpis"][number]

const labels = { used: 22, unmapped: 0, notOurs: 0, whole: 0, cutsAcross: 0, elsewhere: 0, twice: 0 }

export const kpiOf = (more: Partial<Kpi> = {}): Kpi => ({
  ...{ id: "k1", name: "On-time delivery", measure: "%", direction: "higher", state: "linked" },
  ...{ refused: null, periods: 8, first: "2025-Q1", last: "2026-Q4", units: 22, labels },
  ...more,
})

export const pairOf = (more: Partial<LinkPair> = {}): LinkPair => ({
  ...{ construct: "mission", kpi: "k1", lag: 1, n: 22, units: 22 },
  ...{ pearson: 0.62, interval: { low: 0.27, high: 0.82 } },
  ...{ spearman: 0.58, spearmanInterval: { low: 0.2, high: 0.8 } },
  ...{ p: 0.0021, pAdjusted: 0.041, q: 0.01, finding: "link", detectable: 0.57 },
  influence: { low: 0.51, high: 0.7, fragile: false, unit: 1 },
  ...{ weighted: { r: 0.6, effective: 18.4 }, besideSize: { r: 0.57, low: 0.2, high: 0.8 } },
  ...{ underHead: { r: 0.5, units: 20 }, disattenuated: 0.71, way: "better-with-better" },
  ...more,
})

export const unclear: Partial<LinkPair> = {
  ...{ pearson: 0.21, interval: { low: -0.23, high: 0.58 }, finding: "cannot-tell", way: null },
}

/** Fewer than ten units: nothing that hangs on a coefficient is there. */
export const untested: Partial<LinkPair> = {
  ...{ n: 6, units: 6, pearson: null, interval: null, spearman: null, spearmanInterval: null },
  ...{ p: null, pAdjusted: null, q: null, finding: "cannot-tell", detectable: null, influence: null },
  ...{ weighted: null, besideSize: null, underHead: null, disattenuated: null, way: null },
}

export const linksOf = (more: Partial<Links> = {}): Links => ({
  survey: { id: "s2", name: "Autumn 2026" },
  waves: [{ survey: "s2", name: "Autumn 2026", closedAt: "2026-10-01T16:00:00Z" }],
  lags: [0, 1, -1],
  constructs: [
    {
      ...{ id: "mission", name: "Mission clarity", kind: "construct" },
      ...{ told: 22, hidden: 3, bound: 1, reliability: 0.8 },
    },
  ],
  kpis: [kpiOf()],
  pairs: [pairOf()],
  needed: [
    { r: 0.5, units: 34 },
    { r: 0.3, units: 101 },
  ],
  units: [
    { group: "unit:1", name: "Assembly" },
    { group: "unit:2", name: "Logistics" },
  ],
  left: {
    ...{ total: 28, used: 22, hidden: 3, bound: 1, noValue: 2, overlapping: 0, moved: 0 },
    surveys: { imported: 1, otherQuestions: 0, noTeam: 0 },
  },
  labels: { unmapped: [], cutsAcross: [] },
  engagement: null,
  ...more,
})
