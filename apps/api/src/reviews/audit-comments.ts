import type { StoredRelease } from "../releases/stored-release.ts"
import type { Cells } from "./count-topics.ts"
import { keyOf, type ReviewedComment, smallestTogether } from "./make-comments.ts"
import { redact } from "./redact.ts"

export interface CommentFinding {
  code:
    | "changed-figures" // a figure that is not the one release 1 was judged with
    | "small-group" // a group of fewer answers than comments may be told of
    | "small-count" // a count of fewer than k people
    | "wrong-count" // a count that is not that of its comments
    | "named-group" // texts with a group in which fewer than k wrote
    | "left-over" // texts without a group, and fewer than k wrote in those groups
    | "compared" // fewer than k people left over when counts of several releases are compared
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
  const { comments: leaves, ...figures } = release
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
    const cells = told.map(
      (one): Cells =>
        new Map(
          own.flatMap(({ id }) => {
            const cell = one.get(id)
            return cell === undefined ? [] : [[id, cell] as const]
          }),
        ),
    )
    const last = cells.at(-1) ?? new Map()
    if (counts.some(({ people, bound }) => people < k && bound === undefined)) found("small-count")
    for (const count of counts) {
      const behind = [...last.values()].filter((cell) => keyOf(cell) === keyOf(count)).length
      if (behind < k) found("small-count")
      if (count.bound === undefined ? behind !== count.people : behind < count.people) found("wrong-count")
    }
    if (smallestTogether(cells.filter(({ size }) => size > 0)) < k) found("compared")

    const named = new Set(texts.map(({ group }) => group))
    const wrote = (group: number | null) => own.filter(({ coarse }) => coarse === group).length
    for (const group of named) if (group !== null && (wrote(group) < k || !large(group))) found("named-group")
    const unnamed = own.filter(({ coarse }) => !named.has(coarse))
    if (named.has(null) && unnamed.length < k) found("left-over")
    const allowed = own
      .filter(({ decision }) => decision === "release")
      .map(({ body, redactions }) => redact(body, redactions))
      .sort()
    if (JSON.stringify(texts.map(({ text }) => text).sort()) !== JSON.stringify(allowed) && texts.length > 0)
      found("not-released")
  }
  return findings
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
