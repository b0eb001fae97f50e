import type { Cell, Distribution, MeasureStatistics, Step } from "@throughline/analysis"
import type { CodedPriorities } from "../../apps/api/src/releases/stored-release.ts"
import { type BreaksTold, readBreaks } from "./breaks.ts"
import type { Seen } from "./collect.ts"
import { isDerived, readDerived } from "./derived.ts"
import { isLinked } from "./links.ts"

/** Everything that was told of one measure in one group of one survey, whoever was told. */
export interface Told {
  survey: string
  group: string
  measure: string
  cells: (Cell & { state: "shown" })[]
  distributions: (Distribution & { state: "shown" })[]
}

/** A cell of the table of the attribute: of one value in one group. */
export interface TableTold extends Told {
  value: number
}

/** Which options were chosen in one group. */
export interface Chosen {
  survey: string
  question: string
  group: string
  n?: number
  shares: number[]
}

/** Shares of texts that were told to one looker; a leader is told of a part, by numbers of their own. */
export interface Coded {
  survey: string
  isWhole: boolean
  groups: CodedPriorities["groups"]
}

/** What was told of what people wrote to a question, in one release of one survey. */
export interface Written {
  survey: string
  question: string
  counts: { topic: string | null; group: number | null; people: number }[]
  comments: { topic: string | null; group: number | null; text: string }[]
}

/** A unit of which it was told how far its people agree. */
export interface Agreed {
  survey: string
  measure: string
  unit: string
}

export interface Rate {
  survey: string
  look: string
  group: string
  rate: number
}

export interface Figures {
  told: Map<string, Told>
  table: Map<string, TableTold>
  chosen: Map<string, Chosen>
  /** In the order in which they were seen. */
  written: Written[]
  coded: Coded[]
  steps: Map<string, Step & { survey: string }>
  rates: Rate[]
  agreed: Map<string, Agreed>
  breaks: BreaksTold[]
  /** How many figures were read, doubles counted. */
  count: number
  /** What the attack cannot read: answers in another format, numbers of a shape it does not know. */
  unread: string[]
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * Reads every figure out of what was collected. A number that it cannot place is not ignored: it goes to `unread`, and the
 * attack fails until somebody has said what it is.
 */
export function readFigures(seen: readonly Seen[]): Figures {
  const figures: Figures = {
    ...{ told: new Map(), table: new Map(), chosen: new Map(), written: [] },
    ...{ coded: [], steps: new Map() },
    ...{ rates: [], agreed: new Map(), breaks: [], count: 0, unread: [] },
  }
  const worked = readDerived(seen)
  figures.count += worked.count
  const unread = new Set<string>(worked.unread)
  const before = new Set<string>()
  for (const one of seen) {
    if (
      one.status !== 200 ||
      isDerived(one) ||
      isLinked(one) ||
      before.has(`${one.path} ${one.hash} ${one.look}`)
    )
      continue
    before.add(`${one.path} ${one.hash} ${one.look}`)
    const type = one.headers["content-type"] ?? ""
    if (!type.includes("json")) {
      if (!readsAsPage(one)) unread.add(`${one.route}: ${type}`)
      continue
    }
    const survey =
      /\/surveys\/([0-9a-f-]{36})/.exec(one.path)?.[1] ?? /\/results\/([0-9a-f-]{36})/.exec(one.path)?.[1]
    walk(JSON.parse(one.text) as Json, { ...one, survey: survey ?? "" }, "", figures, unread)
  }
  return { ...figures, unread: [...unread] }
}

/** Pages and pictures of no survey: what the questionnaire looks like, a letter, a mail. */
const readsAsPage = ({ route, text }: Seen) =>
  /^\/api\/(mail|openapi|surveys\/\{survey\}\/(letters|preview))/.test(route) && !/favou?rable/i.test(text)

/**
 * Numbers that are no figure of anybody's answer, by route and place: settings, counts of people that HR has from the
 * people file, versions, what the questionnaire asks.
 */
const harmless: [RegExp, RegExp][] = [
  [/^\/api\/openapi/, /./],
  [/^\/api\/(people|members|organization|instruments|demo|mail|session|trustees)/, /./],
  [/^\/api\/invitation/, /^(leaf|manifest|questionnaire|index|people|cohort|invited|k)\b/],
  [/^\/api\/manifests/, /./],
  [
    /^\/api\/surveys/,
    /(^|\.)(instrument|reminders|signingBits|mailSpreadMinutes|otherHr|k|version|revision|layers?|languages|invited|invitedPeople|people|cohorts?|size|closesAt|trustees|shares|done|total)\b/,
  ],
  [/\/(cut|attribute|preview|reviewers|review-views|trustees|mails|recovery|letters)$/, /./],
  [/\/(participation|progress)$/, /^groups\[\]\.(layer|invited|covered)$/],
  // Reviewers read every text: that is their office, and it is noted. Places in texts, and how many answered in each group.
  [/\/comments(\/|$)/, /./],
  // Business figures, keys and indicators: nobody's answer is in them. What is worked out of both is read elsewhere.
  [/^\/api\/(kpis|keys|drivers)(\/|$)/, /./],
  [/\/bundle$/, /^(version|manifest|leaves|cut|ballots|signed|withdrawn|uncounted|words)/],
]

/** What a release holds besides figures: the org chart, who was invited, and how many answered. */
const ofReleases =
  /(^|\.)(comments\.groups\[\]\.id|version|seed|k|invited|respondents|responseRate|covered|depth|layer|layers\[\]|unit|anchor|coarse|uncounted|cut\[\]|fromLayer|toLayer|level|n)$/

function walk(
  json: Json,
  at: Seen & { survey: string },
  place: string,
  figures: Figures,
  unread: Set<string>,
): void {
  if (Array.isArray(json)) {
    for (const one of json) walk(one, at, `${place}[]`, figures, unread)
    return
  }
  if (json !== null && typeof json === "object") {
    const survey = isRelease(json) ? String((json.survey as { id: Json }).id) : at.survey
    if (isGroup(json)) {
      readGroup(json, survey, figures)
      const { cells: _, distributions: __, ...head } = json
      walk(head, { ...at, survey }, place, figures, unread)
      return
    }
    if (isTableRow(json)) {
      readTableRow(json, survey, figures)
      return
    }
    if (isTableOfOptions(json)) {
      readOptions(json, survey, figures)
      return
    }
    if (isObjective(json)) {
      figures.count++
      return
    }
    if (isWritten(json)) {
      figures.count += (json.counts as Json[]).length
      figures.written.push({ ...(json as unknown as Written), survey, question: String(json.id) })
      return
    }
    if (isCoded(json)) {
      const { groups, agreement } = json as unknown as CodedPriorities
      // How alike two reviewers are says nothing of a group; the whole is worked out of the groups that were told.
      figures.count += groups.length + 1 + (agreement === null ? 0 : 4)
      isNew(figures.coded, { survey, isWhole: agreement !== null, groups })
      return
    }
    if (isStep(json)) {
      figures.count++
      figures.steps.set(`${survey} ${json.id}`, { ...(json as unknown as Step), survey })
      return
    }
    if (isStatistics(json)) {
      readStatistics(json as unknown as MeasureStatistics, survey, place.split(".").at(-1) ?? "", figures)
      return
    }
    if (isBreaks(json)) {
      const told = { survey, breaks: json as unknown as BreaksTold["breaks"] }
      const numbers = readBreaks(json, unread)
      if (isNew(figures.breaks, told)) figures.count += numbers
      return
    }
    if (typeof json.rate === "number" && typeof json.id === "string") {
      figures.count++
      figures.rates.push({ survey, look: at.look, group: json.id, rate: json.rate })
      const { rate: _, ...head } = json
      walk(head, { ...at, survey }, place, figures, unread)
      return
    }
    for (const [key, value] of Object.entries(json)) {
      walk(value, { ...at, survey }, place === "" ? key : `${place}.${key}`, figures, unread)
    }
    return
  }
  if (typeof json !== "number") return
  if (harmless.some(([route, where]) => route.test(at.route) && where.test(place))) return
  if (/\/(release|bundle)$/.test(at.route) && ofReleases.test(place)) return
  unread.add(`${at.route} ${place}`)
}

type Fields = { [key: string]: Json }
const isRelease = (json: Fields) =>
  typeof json.survey === "object" && json.survey !== null && !Array.isArray(json.survey) && "groups" in json
const isGroup = (json: Fields) => typeof json.id === "string" && typeof json.cells === "object"
const isTableRow = (json: Fields) => typeof json.group === "string" && typeof json.cells === "object"
const isTableOfOptions = (json: Fields) =>
  typeof json.pick === "number" && Array.isArray(json.options) && Array.isArray(json.groups)
/** What guessing gets right follows from the questionnaire. */
const isObjective = (json: Fields) => typeof json.chance === "number" && Array.isArray(json.columns)
const isWritten = (json: Fields) => Array.isArray(json.counts) && Array.isArray(json.comments)
const isCoded = (json: Fields) => "agreement" in json && "whole" in json && Array.isArray(json.groups)
const isStep = (json: Fields) => typeof json.difference === "number" && typeof json.from === "string"
const isBreaks = (json: Fields) => Array.isArray(json.findings) && "replicates" in json
const isStatistics = (json: Fields) =>
  typeof json.units === "object" && ["alpha", "omega", "icc1", "icc2"].every((key) => key in json)

/**
 * Alpha, omega and ICC are of the whole organization alone, reliability and shrunk mean follow from figures that are read
 * elsewhere: counted. Agreement is of the unit's people.
 */
function readStatistics(told: MeasureStatistics, survey: string, measure: string, figures: Figures): void {
  const { alpha, omega, icc1, icc2, units } = told
  figures.count += [alpha, omega, icc1, icc2].filter((figure) => figure !== null).length
  for (const [unit, { agreement }] of Object.entries(units)) {
    figures.count++
    if (agreement !== null) figures.agreed.set(`${survey} ${unit} ${measure}`, { survey, unit, measure })
  }
}

function readGroup(json: Fields, survey: string, figures: Figures): void {
  const { told } = figures
  const group = String(json.id)
  const entry = (measure: string): Told => {
    const key = `${survey} ${group} ${measure}`
    const found = told.get(key) ?? { survey, group, measure, cells: [], distributions: [] }
    told.set(key, found)
    return found
  }
  for (const [measure, cell] of Object.entries(json.cells as Record<string, unknown>) as [string, Cell][]) {
    if (cell.state === "shown" && isNew(entry(measure).cells, cell)) figures.count++
  }
  for (const [measure, one] of Object.entries((json.distributions ?? {}) as Record<string, unknown>) as [
    string,
    Distribution,
  ][]) {
    if (one.state === "shown" && isNew(entry(measure).distributions, one)) figures.count++
  }
}

/** How many chose, and shares of each option; how many may be chosen is on the questionnaire. */
function readOptions(json: Fields, survey: string, figures: Figures): void {
  for (const row of json.groups as unknown as Omit<Chosen, "survey" | "question">[]) {
    const { group, shares } = row
    figures.chosen.set(`${survey} ${json.id} ${group}`, { ...row, survey, question: String(json.id) })
    figures.count += shares.length
  }
}

function readTableRow(json: Fields, survey: string, figures: Figures): void {
  const { table } = figures
  const group = String(json.group)
  for (const [measure, cells] of Object.entries(json.cells as Record<string, unknown>) as [
    string,
    Cell[],
  ][]) {
    for (const [value, cell] of cells.entries()) {
      if (cell.state !== "shown") continue
      const key = `${survey} ${group} ${value} ${measure}`
      const found = table.get(key) ?? { survey, group, value, measure, cells: [], distributions: [] }
      table.set(key, found)
      if (isNew(found.cells, cell)) figures.count++
    }
  }
}

/** Adds what was not told yet: two roles, or two looks, may be told different things. */
function isNew<One>(list: One[], one: One): boolean {
  const text = JSON.stringify(one)
  if (list.some((other) => JSON.stringify(other) === text)) return false
  list.push(one)
  return true
}
