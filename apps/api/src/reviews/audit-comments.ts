import type { StoredRelease } from "../releases/stored-release.ts"
import { type Cells, grouped, keyOf, UNTOLD } from "./count-topics.ts"
import { firstTold, nearlyAll, type ReviewedComment } from "./make-comments.ts"
import { redact } from "./redact.ts"

export interface CommentFinding {
  code:
    | "changed-figures" // a figure that is not the one release 1 was judged with
    | "small-group" // a group of fewer answers than comments may be told of
    | "small-count" // a count of fewer than k people
    | "wrong-count" // a count that is not that of the texts told with it: the difference would tell of texts kept back
    | "nearly-all" // a group of which nearly everybody would be told to have written about one topic
    | "wrong-label" // a text with a topic or group it is not counted under, or with a group it is not from
    | "compared" // fewer than k people left over when several releases are compared
    | "not-released" // a text that the reviewers kept back, or words that they redacted
  question: string | null
}

/**
 * Takes the part of somebody who holds this release and all before it: does what people wrote tell anything it should
 * not? Independent of how it was made. An empty list is the last condition of a release with comments.
 */
export function auditComments(
  release: StoredRelease,
  first: StoredRelease,
  comments: readonly ReviewedComment[],
  told: readonly Cells[],
): CommentFinding[] {
  const { survey } = release
  const { k } = survey
  const findings: CommentFinding[] = []
  const { comments: leaves, codedPriorities: _coded, ...figures } = release
  const { comments: _, ...judged } = first
  if (JSON.stringify(sorted(figures)) !== JSON.stringify(sorted(judged)))
    findings.push({ code: "changed-figures", question: null })
  if (leaves === undefined) return findings

  const answered = new Map<number, number>()
  for (const { coarse, respondents } of release.atoms)
    answered.set(coarse, (answered.get(coarse) ?? 0) + respondents)
  const large = (group: number) => (answered.get(group) ?? 0) >= Math.max(k, 10)
  if (leaves.groups.some(({ id }) => !large(id))) findings.push({ code: "small-group", question: null })

  for (const { id: question, counts, comments: texts } of leaves.questions) {
    const found = (code: CommentFinding["code"]) => findings.push({ code, question })
    const own = comments.filter((comment) => comment.question === question)
    const asked = new Set(own.map(({ id }) => id))
    const cells = told.map((one): Cells => new Map([...one].filter(([id]) => asked.has(id))))
    const last: Cells = cells.at(-1) ?? new Map()
    if (own.length < k && texts.length > 0) found("small-count")

    const counted = new Map(counts.map((count) => [keyOf(count), count.people]))
    const read = new Map([...grouped(texts, keyOf)].map(([cell, all]) => [cell, all.length]))
    for (const count of counts) if (count.people < k) found("small-count")
    // Fewer than k may leave with neither topic nor group; then no count is told of them.
    for (const cell of new Set([...counted.keys(), ...read.keys()]))
      if ((counted.get(cell) ?? 0) !== (read.get(cell) ?? 0))
        if (cell !== keyOf(UNTOLD) || counted.has(cell)) found("wrong-count")
    const batches = batchesOf(cells)
    for (const { group, people } of counts)
      if (group !== null && people > nearlyAll(answered.get(group) ?? 0)) found("nearly-all")
    if (batches.some((batch) => isOfNearlyAll(batch, answered))) found("nearly-all")

    const passed = own.filter(({ decision }) => decision === "release")
    const allowed = passed.map((one) => ({ ...one, text: redact(one.body, one.redactions) }))
    const plain = (list: readonly { text: string }[]) => JSON.stringify(list.map(({ text }) => text).sort())
    const labelled = (list: readonly { topic: string | null; group: number | null; text: string }[]) =>
      JSON.stringify(list.map(({ topic, group, text }) => JSON.stringify([topic, group, text])).sort())
    if (texts.length > 0 && plain(texts) !== plain(allowed)) found("not-released")
    else if (
      texts.length > 0 &&
      labelled(texts) !== labelled(allowed.map(({ id, text }) => ({ ...(last.get(id) ?? UNTOLD), text })))
    )
      found("wrong-label")
    for (const { id, coarse } of own) {
      const group = last.get(id)?.group ?? coarse
      if (group !== coarse || ((last.get(id)?.group ?? null) !== null && !large(coarse))) found("wrong-label")
    }
    if (isNarrowed(cells, k)) found("compared")
  }
  return findings
}

/** The comments that left together for the first time, release by release. */
function batchesOf(releases: readonly Cells[]): Cells[] {
  const seen = new Set<string>()
  return releases.map((cells) => {
    const fresh = new Map([...cells].filter(([id]) => !seen.has(id)))
    for (const id of fresh.keys()) seen.add(id)
    return fresh
  })
}

/** Whether a topic without a group is nearly everybody's who answered where none is told of it. */
function isOfNearlyAll(batch: Cells, answered: ReadonlyMap<number, number>): boolean {
  return [...grouped([...batch.values()], ({ topic }) => topic)].some(([topic, own]) => {
    const told = new Set(own.map(({ group }) => group))
    const others = [...answered].reduce((sum, [group, people]) => sum + (told.has(group) ? 0 : people), 0)
    return topic !== null && own.filter(({ group }) => group === null).length > nearlyAll(others)
  })
}

/**
 * Whether somebody who has every release knows more of a few than of k. What is told of a comment may not change, save
 * that nothing is told of it any more; and those that left together for the first time stand in cells of k, or nothing
 * is told of any of them.
 */
function isNarrowed(releases: readonly Cells[], k: number): boolean {
  const first = firstTold(releases)
  const isChanged = releases.some((cells) =>
    [...cells].some(([id, cell]) => {
      const before = keyOf(first.get(id) ?? UNTOLD)
      return keyOf(cell) !== before && keyOf(cell) !== keyOf(UNTOLD)
    }),
  )
  const isSmall = batchesOf(releases).some((fresh) => {
    const sizes = [...grouped([...fresh.values()], keyOf)]
    return sizes.length > 1
      ? sizes.some(([, own]) => own.length < k)
      : sizes.some(([cell, own]) => cell !== keyOf(UNTOLD) && own.length < k)
  })
  return isChanged || isSmall
}

/** The database keeps a release as jsonb, which orders keys anew. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}
