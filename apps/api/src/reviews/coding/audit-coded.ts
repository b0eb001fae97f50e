import type { CodedPriorities, StoredRelease } from "../../releases/stored-release.ts"
import { leastTexts, standing, type TwiceCoded, wholeOf } from "./make-coded.ts"

export interface CodingFinding {
  code:
    | "unsettled" // a text that two have not coded, or on which they differ and nobody has decided
    | "small-share" // a share of fewer texts than may be told
    | "fine-share" // a share finer than steps of five, or that says nobody or everybody
    | "wrong-share" // a share that is not that of its texts
    | "overlapping" // texts that stand in two shares, or in none: the difference would be a share of them
    | "with-words" // words or counts of the same question, in this release or before: who reads them could subtract
    | "told-before" // another share of the same texts was told before
}

/**
 * Takes the part of somebody who holds this release and all before it, and of somebody who doubts the coding. Independent
 * of how it was made: it counts the texts of each told group itself.
 */
export function auditCoded(
  release: StoredRelease,
  earlier: readonly StoredRelease[],
  texts: readonly TwiceCoded[],
  official: readonly string[],
): CodingFinding[] {
  const told = release.codedPriorities
  const before = earlier.flatMap(({ codedPriorities }) => codedPriorities ?? [])
  const findings = new Set<CodingFinding["code"]>()
  if (before.some((one) => told === undefined || figuresOf(one) !== figuresOf(told)))
    findings.add("told-before")
  if (told === undefined) return [...findings].map((code) => ({ code }))

  for (const { comments } of [release, ...earlier])
    for (const { id, counts, comments: words } of comments?.questions ?? [])
      if (id === told.question && (counts.length > 0 || words.length > 0)) findings.add("with-words")

  if (texts.some((text) => standing(text) === undefined)) findings.add("unsettled")
  const named = new Set(told.groups.map(({ group }) => group))
  const members = (group: number | null) =>
    texts.filter(({ coarse }) => (group === null ? !named.has(coarse) : coarse === group))
  if (named.size !== told.groups.length) findings.add("overlapping")
  if (told.groups.reduce((sum, group) => sum + group.texts, 0) !== texts.length) findings.add("overlapping")
  for (const { group, texts: n, official: share } of told.groups) {
    const own = members(group)
    if (n < leastTexts || own.length < leastTexts) findings.add("small-share")
    if (share % 5 !== 0 || share < 5 || share > 95) findings.add("fine-share")
    const exact = (100 * own.filter((text) => official.includes(standing(text) ?? "")).length) / own.length
    const isHeld = (share === 5 && exact <= 5) || (share === 95 && exact >= 95)
    if (n !== own.length || (!isHeld && !(Math.abs(share - exact) <= 2.5 + 1e-9))) findings.add("wrong-share")
  }
  if (
    JSON.stringify(Object.entries(told.whole).sort()) !==
    JSON.stringify(Object.entries(wholeOf(told.groups)).sort())
  )
    findings.add("wrong-share")
  return [...findings].map((code) => ({ code }))
}

/** What is told, in one order: the database orders keys anew. */
function figuresOf({ question, agreement, whole, groups }: CodedPriorities): string {
  const { same, kappa } = agreement ?? { same: null, kappa: null }
  return JSON.stringify([
    ...[question, same, kappa && [kappa.value, kappa.low, kappa.high]],
    ...[whole.texts, whole.official, whole.low, whole.high],
    groups.map(({ group, label, texts, official }) => [group, label, texts, official]),
  ])
}
