/**
 * The shapes that go into an analysis and the one shape that comes out of it.
 * Everything anybody can ever look at is a `Release`: rounded numbers, no respondent, no floating-point rest.
 */

import type { AttributeInput, AttributeTable } from "./attribute.ts"
import type { FoundBreaks } from "./breaks/find-breaks.ts"
import type { Managers } from "./breaks/scan-nodes.ts"
import type { Breaks } from "./breaks/types.ts"
import type { ChoiceInput, ChoiceTable } from "./choices/types.ts"
import type { MeasureStatistics } from "./statistics/types.ts"

/** Answers by column: one entry a respondent, in an order that means nothing. */
export interface Observations {
  /** Per respondent: index of the atom the answers are stored under. */
  atom: Int32Array
  /** Per Likert item and respondent: 1..5, 0 = cannot say, -1 = not answered or not asked. */
  items: Int8Array[]
  itemIds: string[]
  /** Number of atoms. */
  atoms: number
}

/** What the columns mean: items make constructs, constructs make composites. */
export interface MeasureSpec {
  constructs: { id: string; name: string; items: MeasureItem[] }[]
  composites: { id: string; name: string; constructs: string[] }[]
  /** What people show rather than claim; left out: nothing of that kind was asked. */
  objectives?: Objective[]
}

/** An objective question as a measure: of a group's cell "favourable" is the share that shows it. */
export interface Objective {
  /** "mission", "priorities" (share of the official ones named) or "priorities-all" (whether all of them). */
  id: string
  /** The question. */
  text: string
  /** Columns of the observations: 5 shown, 1 not, 0 "cannot say", -1 not answered. Of several the share counts. */
  columns: string[]
  /** Not the share of them but whether each of them is shown. */
  every?: true
  /** What guessing gets right, 0..1. */
  chance: number
  /** Id of the construct that claims the same; null: the questionnaire has none. */
  claim: string | null
}

export interface MeasureItem {
  id: string
  text: string
  /** The same in other languages: a later survey may ask it in one of those. */
  texts?: string[]
}

/** The group a response is stored under; nothing finer exists. */
export interface AtomInfo {
  /** Position of the manager the atom hangs on; -1 is the empty head above several tops. */
  anchor: number
  layers: [number, number]
  kind: "pure" | "mixed" | "top"
  /** People invited in this atom, in persons. */
  invited: number
  respondents: number
  /** Index of the coarser group this atom belongs to: distributions leave only as unions of those. */
  coarse: number
}

/** "window": the people of a break; "elsewhere": the same layers in the rest of the organization. */
export type GroupKind = "organization" | "layer" | "unit" | "unit-layer" | "window" | "elsewhere"

/** A group that may be asked for: a union of atoms with a name. Same shape as in the org package. */
export interface Grouping {
  id: string
  kind: GroupKind
  name: string
  /** Id of the nearest shown enclosing unit, or "all"; null for the whole organization. */
  parent: string | null
  layer: number | null
  unit: number | null
  depth: number
  atoms: number[]
  /** People of that group. */
  invited: number
  /** Invited people inside those atoms. */
  covered: number
}

export interface SurveyFacts {
  id: string
  name: string
  organization: string
  closedAt: string
  /** Smallest group of which anything may be told. */
  k: number
  invited: number
  /** The answers were given elsewhere, in no sealed ballot box, and imported: they are confidential, no more. */
  imported?: ImportedFacts
}

export interface ImportedFacts {
  /** What the layers are called in the file, from the top; none: they were counted from managers, or there is one. */
  layers: string[]
}

export interface AnalysisInput {
  survey: SurveyFacts
  measures: MeasureSpec
  observations: Observations
  atoms: AtomInfo[]
  groupings: Grouping[]
  /** Seed of everything drawn at random in the analysis; kept in the release. */
  seed: number
  /**
   * Whom the atoms were cut from: by person the atom, -1 for who was not invited. Persons are numbered as in the earlier
   * surveys that are judged together with this one; nothing else needs it.
   */
  people?: Int32Array
  /**
   * By person 1: was invited, was taken out of the people file meanwhile, and has not answered. Whoever did that knows it, so
   * for them this survey is one without that person.
   */
  absent?: Uint8Array
  /** What people gave of themselves inside the ballots, if the survey asked. */
  attribute?: AttributeInput
  /** Questions whose answers are choices among options. */
  choices?: ChoiceInput[]
  /** The managers the atoms hang on: without them no breaks are looked for. */
  managers?: Managers
  /** What `findBreaks` has found in the same answers. */
  breaks?: FoundBreaks
}

/** A release that has been told already, of another survey or of this one, and whom it is about. */
export interface Earlier {
  release: Release
  /** That survey's: which atoms its groups are made of. */
  groupings: Grouping[]
  /** By person that survey's atom, -1 for who was not invited; persons numbered as in the input. */
  people: Int32Array
  /**
   * Who was asked then cannot be told apart or found again (a release of an old version; other ids of people), so nothing of
   * the same questions is told.
   */
  unjudgeable?: true
}

/** Why something is not told: too few answered; the question was not asked there; an earlier survey told too much beside it. */
export type HiddenReason = "too-few" | "not-asked" | "earlier-survey"

/** An interval says which of the two kinds of uncertainty it carries. */
export interface Interval {
  /**
   * "group-now": the mean of the people invited in this group, whose only noise is who did not answer.
   * "description": a difference of two groups as if people were independent; it tests nothing.
   */
  kind: "group-now" | "description"
  low: number
  high: number
  level: 0.95
}

/** Which figures of a cell are told only as a bound; a figure that is not named is told as it is, rounded. */
export type Bounds = Partial<
  Record<"mean" | "favourable" | "neutral" | "unfavourable" | "cannotSay", "at-least" | "at-most">
>

export type Cell =
  | {
      state: "shown"
      /** 1..5, one decimal. */
      mean: number
      /** Whole percent. */
      favourable: number
      neutral: number
      unfavourable: number
      /** Whole percent of the answers given that were "cannot say". */
      cannotSay: number
      /** Persons behind the mean. */
      n: number
      /**
       * null: everybody answered (no sampling error), or the mean or a share is told only as a bound, or the interval of a
       * single question would spell out a distribution that is not shown.
       */
      interval: Interval | null
      /** Some figure is told only as "at most" or "at least", so that it names nobody; `bounds` says which. */
      coded: boolean
      /** There if, and only if, `coded`. */
      bounds?: Bounds
    }
  | { state: "hidden"; reason: HiddenReason }

export type Distribution =
  | {
      state: "shown"
      /** Whole percent of answers 1 to 5. */
      shares: [number, number, number, number, number]
      n: number
    }
  | { state: "hidden"; reason: Exclude<HiddenReason, "not-asked"> }

export interface ReleaseGroup {
  id: string
  kind: GroupKind
  name: string
  parent: string | null
  layer: number | null
  layers: [number, number]
  depth: number
  invited: number
  covered: number
  respondents: number
  /** Whole percent of covered. */
  responseRate: number
  /** By composite, construct or item id. */
  cells: Record<string, Cell>
  distributions: Record<string, Distribution>
}

/** The change of a measure where a message is handed from one layer to the next. */
export interface Step {
  id: string
  /** "all" or the id of a unit's group. */
  group: string
  /** Ids of the groups of the upper and the lower layer. */
  from: string
  to: string
  fromLayer: number
  toLayer: number
  measure: string
  /** Lower minus upper, scale points, one decimal. */
  difference: number
  interval: Interval | null
}

export interface Beside {
  survey: string
  closedAt: string
  /** Who was asked then could not be compared: nothing of the same questions is told. */
  unjudgeable?: true
}

/** An immutable, disclosure-checked set of results. Later parts are optional fields, never new shapes. */
export interface Release {
  version: 1
  survey: SurveyFacts & { respondents: number; responseRate: number }
  seed: number
  measures: MeasureSpec
  atoms: AtomInfo[]
  groups: ReleaseGroup[]
  steps: Step[]
  /** Other surveys with some of the same questions that this one was judged together with, the oldest first. */
  beside?: Beside[]
  /** Only where an attribute was asked and something of it can be told. */
  attribute?: AttributeTable
  /** Left out: made before breaks were looked for, or nothing could be judged. */
  breaks?: Breaks
  /** Which options were chosen, question by question; left out: no such question, or nothing of it can be told. */
  choices?: ChoiceTable[]
  /** By composite and construct; left out in releases of old versions. */
  statistics?: Record<string, MeasureStatistics>
}
