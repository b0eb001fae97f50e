import { type Context, Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { z } from "zod"
import { callerAddress } from "../caller.ts"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { Problem } from "../problem.ts"
import { surveyId } from "../surveys/schemas.ts"
import { body, path, query, says } from "../valid.ts"
import { admitOpened, oneAtATime } from "./admit-opened.ts"
import { asTrustee } from "./as-trustee.ts"
import { chooseTrustees, releaseTrustees, sendLinkAgain } from "./choose-trustees.ts"
import { handShare } from "./hand-share.ts"
import { openTrustee } from "./open-trustee.ts"
import { readBallots } from "./read-ballots.ts"
import {
  ballotPage,
  ballotPageQuery,
  counted,
  handedShare,
  hrTrustees,
  newDealing,
  newKey,
  openedBallots,
  openedTrustee,
  threeTrustees,
  triedShare,
  trusteePath,
} from "./schemas.ts"
import { readTrustees } from "./standings.ts"
import { takeDealing, takeKey, takeTried } from "./take-key.ts"
import { takeOpened } from "./take-opened.ts"

const done = z.object({ done: z.literal(true) })

/** HR's side: who holds the key of a survey. */
export const surveyTrustees = new Hono<Env>()
  .get(
    "/:survey/trustees",
    may("hr"),
    says("Who holds the key of a survey, and how far the trustees are", hrTrustees),
    path(surveyId),
    async (c) =>
      c.json(await readTrustees(c.var.deps, c.var.session.organizationId, c.req.valid("param").survey), 200),
  )
  .put(
    "/:survey/trustees",
    may("hr"),
    says("Name three trustees of a draft; whoever is new in a seat begins anew", hrTrustees),
    path(surveyId),
    body(threeTrustees),
    async (c) => {
      const id = c.req.valid("param").survey
      await chooseTrustees(c.var.deps, c.var.session, id, c.req.valid("json").trustees)
      return c.json(await readTrustees(c.var.deps, c.var.session.organizationId, id), 200)
    },
  )
  .delete(
    "/:survey/trustees",
    may("hr"),
    says("Let the server hold the key of a draft again", hrTrustees),
    path(surveyId),
    async (c) => {
      const id = c.req.valid("param").survey
      const { organizationId } = c.var.session
      await releaseTrustees(c.var.deps, organizationId, id)
      return c.json(await readTrustees(c.var.deps, organizationId, id), 200)
    },
  )
  .post(
    "/:survey/trustees/:seat/link",
    may("hr"),
    says("Send a trustee a new link; the one before opens nothing any more", done),
    path(trusteePath),
    async (c) => {
      const { survey, seat } = c.req.valid("param")
      await sendLinkAgain(c.var.deps, c.var.session, survey, seat)
      return c.json({ done: true as const }, 200)
    },
  )

/** The secret of the link, sent as a header so that no log of addresses ever holds it. */
async function caller(c: Context<Env>) {
  const [scheme, secret] = (c.req.header("authorization") ?? "").split(" ")
  try {
    return await asTrustee(c.var.deps, scheme === "Trustee" ? (secret ?? "") : "")
  } catch (error) {
    // Only guesses are counted: a large box is fetched in many pages.
    c.var.deps.auth.tries.look(callerAddress(c))
    throw error
  }
}

/** What the challenge beside the ballots held, sent as a header: it is asked for before the body is read. */
const proofOf = (c: Context<Env>) => c.req.header("trustee-proof") ?? ""

/** Opened answers of 100,000 people, written at some length. */
const OPENED = bodyLimit({
  maxSize: 256 * 1024 * 1024,
  onError: () => {
    throw new Problem("request.too-large")
  },
})

/** A trustee's side: everything is asked with the secret of the personal link. */
export const trustee = new Hono<Env>()
  .get(
    "/",
    may("trustee"),
    says("What a trustee's link opens; looking changes nothing", openedTrustee),
    async (c) => c.json(await openTrustee(c.var.deps, await caller(c)), 200),
  )
  .post("/key", may("trustee"), says("The public half of the own key", done), body(newKey), async (c) => {
    await takeKey(c.var.deps, await caller(c), c.req.valid("json").publicKey)
    return c.json({ done: true as const }, 200)
  })
  .post(
    "/dealing",
    may("trustee"),
    says("The own part of the survey's key: two points, and a part of each share, sealed", done),
    body(newDealing),
    async (c) => {
      await takeDealing(c.var.deps, await caller(c), c.req.valid("json"))
      return c.json({ done: true as const }, 200)
    },
  )
  .post("/tried", may("trustee"), says("The own share was opened", done), body(triedShare), async (c) => {
    await takeTried(c.var.deps, await caller(c), c.req.valid("json"))
    return c.json({ done: true as const }, 200)
  })
  .post(
    "/handed",
    may("trustee"),
    says("The own share, sealed to another trustee; at the close only", done),
    body(handedShare),
    async (c) => {
      await handShare(c.var.deps, await caller(c), c.req.valid("json"))
      return c.json({ done: true as const }, 200)
    },
  )
  .get(
    "/ballots",
    may("trustee"),
    says("Sealed ballots of a survey that is being closed, page by page", ballotPage),
    query(ballotPageQuery),
    async (c) => c.json(await readBallots(c.var.deps, await caller(c), c.req.valid("query").after), 200),
  )
  .post(
    "/opened",
    may("trustee"),
    says("All opened answers in an order that says nothing: the close goes on with them", counted),
    // Nothing of a large body is read before it is known who sends it, and that it is waited for.
    async (c, next) => {
      const trustee = await caller(c)
      const state = await admitOpened(c.var.deps, trustee, proofOf(c))
      if (state === "closed") return c.json({ state }, 200)
      await oneAtATime(trustee.surveyId, next)
    },
    OPENED,
    body(openedBallots),
    async (c) => {
      const { openings } = c.req.valid("json")
      return c.json(await takeOpened(c.var.deps, await caller(c), proofOf(c), openings), 200)
    },
  )
