import { shuffle } from "@throughline/ballot"
import { type Tx, withOrganization } from "@throughline/db"
import { word } from "@throughline/instrument"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { insertRelease } from "../releases/queries.ts"
import { loadFrozen } from "../surveys/load-frozen.ts"
import { databaseNow, findFrozen, lockSurvey } from "../surveys/queries.ts"
import { auditComments } from "./audit-comments.ts"
import { coarseGroups } from "./coarse-groups.ts"
import { auditCoded } from "./coding/audit-coded.ts"
import { codedQuestion } from "./coding/coded-question.ts"
import { codedTexts, hasWords } from "./coding/coded-texts.ts"
import { makeCoded } from "./coding/make-coded.ts"
import { makeComments, type ReviewedComment } from "./make-comments.ts"
import { insertCells, selectCells, selectReleases, selectReviewed, selectReviews } from "./queries.ts"
import { refuseUnnamed, reviewable } from "./refuse-unnamed.ts"

/** What stands between a reviewer and a release; tests take each away. */
interface Guards {
  refuse?: typeof refuseUnnamed
  lock?: (tx: Tx, organizationId: string, surveyId: string) => Promise<unknown>
  compare?: typeof refuseUnseen
  make?: typeof makeComments
  audit?: typeof auditComments
  code?: typeof makeCoded
  auditCodes?: typeof auditCoded
}

/**
 * Nothing leaves that whoever publishes has not seen: not the other reviewer's last change, not a save that was lost.
 * A revision only grows, one by one, and none is known before it is there: equal sums are equal revisions.
 */
function refuseUnseen(reviews: readonly { revision: number }[], changes: number): void {
  if (reviews.reduce((sum, { revision }) => sum + revision, 0) !== changes)
    throw new Problem("review.changed-before-publishing")
}

/**
 * A new release: the figures of the first one as they are, what the reviewers let out of the comments, and, once two have
 * coded them, how many named an official priority in their own words. It is judged
 * together with all releases before it; those stay as they are.
 */
export async function publishComments(
  deps: Deps,
  session: Session,
  surveyId: string,
  /** Of comments and of settled codes: the sum of all revisions as the reviewer has them on the screen. */
  seen: { changes: number; coding?: number | undefined },
  {
    refuse = refuseUnnamed,
    lock = lockSurvey,
    compare = refuseUnseen,
    make = makeComments,
    audit = auditComments,
    code = makeCoded,
    auditCodes = auditCoded,
  }: Guards = {},
): Promise<{ release: number; comments: number }> {
  const { organizationId } = session
  await withOrganization(deps.db, "web", organizationId, (tx) => reviewable(tx, session, surveyId, refuse))
  // Only the close may read comments and write releases.
  return await withOrganization(deps.db, "close", organizationId, async (tx) => {
    // Whoever saves a review holds the same lock: after this line none is under way.
    await lock(tx, organizationId, surveyId)
    compare(await selectReviews(tx, organizationId, surveyId), seen.changes)
    const frozen = await findFrozen(tx, organizationId, surveyId)
    const releases = await selectReleases(tx, organizationId, surveyId)
    const [first, newest] = [releases[0], releases.at(-1)]
    const all = releases.map(({ release }) => release)
    if (frozen === undefined || first === undefined || newest === undefined) throw new Problem("release.none")
    const comments = await reviewed(tx, organizationId, surveyId)
    const earlier = await selectCells(tx, organizationId, surveyId)
    const chart = (await loadFrozen(tx, organizationId, surveyId)).frozen
    const groups = coarseGroups(first.release.atoms, chart)
    const asked = codedQuestion(frozen.questionnaire)
    const { texts, changes } = await codedTexts(tx, organizationId, surveyId, asked, comments)
    const codedNow = () => {
      if (seen.coding === undefined) return undefined
      if (asked === undefined) throw new Problem("coding.none")
      compare([{ revision: changes }], seen.coding)
      if (hasWords(all, asked.id)) throw new Problem("coding.words-told")
      const made = code(asked, frozen.key.priorities, groups, texts)
      if (made === null) throw new Problem("coding.not-done")
      return made
    }
    // What has been told of them stays as it is.
    const coded = newest.release.codedPriorities ?? codedNow()
    // Of a question either words leave or shares: whoever has both could subtract.
    const questions = frozen.questionnaire.instrument.questions
      .filter(({ id, type }) => type === "text" && id !== coded?.question)
      .map(({ id, text }) => ({ id, text: word(text, "en") }))
    const { told, cells } = make(questions, groups, shuffle(comments), first.release.survey.k, earlier)

    const release = {
      ...{ ...first.release, comments: told },
      ...(coded === undefined ? {} : { codedPriorities: coded }),
    }
    const isNew = (coded === undefined) !== (newest.release.codedPriorities === undefined)
    if (!isNew && JSON.stringify(inOrder(told)) === JSON.stringify(inOrder(newest.release.comments)))
      throw new Problem("review.nothing-new")
    const findings = [
      ...audit(release, first.release, comments, [...earlier, cells]),
      ...auditCodes(release, all, texts, frozen.key.priorities),
    ]
    if (findings.length > 0) {
      const codes = [...new Set(findings.map(({ code }) => code))].join(", ")
      throw new Problem("server.error", { cause: new Error(`the audit of the comments found: ${codes}`) })
    }
    await insertRelease(tx, organizationId, surveyId, await databaseNow(tx), release, newest.id + 1)
    await insertCells(tx, organizationId, surveyId, newest.id + 1, cells)
    return {
      release: newest.id + 1,
      comments: told.questions.reduce((sum, { comments }) => sum + comments.length, 0),
    }
  })
}

async function reviewed(tx: Tx, organizationId: string, surveyId: string): Promise<ReviewedComment[]> {
  const rows = await selectReviewed(tx, organizationId, surveyId)
  return rows.map(({ comment_id, question, coarse, body, decision, topic, redactions }) => ({
    ...{ id: comment_id, question, coarse, body },
    ...{ decision: decision ?? "open", topic, redactions: redactions ?? [] },
  }))
}

/** Texts are shuffled anew each time; whether they are the same is told without their order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(inOrder(one))).sort()
  if (typeof value !== "object" || value === null) return value
  return Object.entries(value)
    .map(([key, one]) => [key, inOrder(one)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
}
