import type { Cut, Survey } from "../api.ts"

/** The moment of the tests. */
export const now = Date.parse("2026-11-22T12:00:00Z")

/** A draft that could be launched. */
export const survey: Survey = {
  id: "s",
  name: "Spring",
  state: "draft",
  launchAt: null,
  scheduled: false,
  launchFault: null,
  closesAt: "2026-12-06T18:00:00Z",
  closeAsked: false,
  launchedAt: null,
  closedAt: null,
  outcome: null,
  source: "asked",
  imported: null,
  invited: 40,
  timeZone: "Europe/Berlin",
  mailSpreadMinutes: 0,
  reminders: { days: [7, 2] },
  testedAt: null,
  promisedClosesAt: null,
  latestClose: null,
  earlyClose: null,
  otherHr: 1,
  k: 5,
  audience: { departments: null, layers: null },
  languages: ["en"],
  instrument: {
    id: "alignment-core",
    name: "Alignment core",
    version: 1,
    languages: ["en", "de"],
    items: 41,
    minutes: 7,
    needsWords: true,
  },
  sealing: "server",
  trustees: [],
  recovery: { takenAt: "2026-11-20T10:00:00Z", triedAt: "2026-11-20T10:02:00Z", missingSince: null },
  signingBits: 2048,
  words: null,
  keys: { made: 5, needed: 5 },
  reviewers: [],
  ready: { people: true, words: true, instrument: true },
  promise: [],
}

export const cut: Cut = { refused: null, invited: 40, noEmail: 0, cohorts: [], nodes: [] }
