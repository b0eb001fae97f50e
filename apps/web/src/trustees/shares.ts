import {
  type Circle,
  type Commitment,
  type DealingFault,
  deal,
  hashOf,
  isShareOf,
  type JointShare,
  joinJointKey,
  lineOf,
  openEnvelope,
  type SealingKey,
  sealTo,
  takeDealings,
  wordsOf,
} from "@throughline/ballot"
import type { Opened3 } from "./trustee-api.ts"

/** What of the page's knowledge the keys are worked out from. All of it came from the server, and is checked here. */
export type Around = Pick<Opened3, "survey" | "seat" | "trustees" | "sealingKey" | "parts">

/** The three public keys by seat; an empty one where somebody has none yet. */
function circleOf({ trustees }: Pick<Around, "trustees">): Circle {
  const [one = "", two = "", three = ""] = trustees.map(({ publicKey }) => publicKey ?? "")
  return [one, two, three]
}

function commitmentsOf({ trustees }: Pick<Around, "trustees">): Commitment[] {
  return trustees.map(({ commitment }) => commitment ?? { a: "", b: "" })
}

/** What this trustee's browser sends to the three. */
export async function dealOwn(key: SealingKey, seen: Around) {
  const circle = circleOf(seen)
  const line = await lineOf(key, seen.survey.id, circle)
  return { publicKeys: [...circle], ...(await deal(line, seen.survey.id, seen.seat, circle)) }
}

/** The own share, every part of it checked, or what is wrong and with whom. */
export function openOwnShare(key: SealingKey, seen: Around): Promise<JointShare | DealingFault> {
  const { survey, seat, sealingKey, parts } = seen
  return takeDealings(
    key,
    { survey: survey.id, seat, circle: circleOf(seen), sealingKey: sealingKey ?? "" },
    commitmentsOf(seen),
    parts.map((part) => part ?? ""),
  )
}

const handedPurpose = (survey: string, from: number, to: number) => `handed share\0${survey}\0${from}\0${to}`

/** The own share sealed to another seat of the circle it was dealt in: whom that is does not depend on the server. */
export function sealHanded(own: JointShare, survey: string, to: number): Promise<string> {
  return sealTo(own.circle[to - 1] ?? "", handedPurpose(survey, own.seat, to), own.share)
}

interface Joined {
  /** undefined: none of the shares that were handed over is good. */
  key: SealingKey | undefined
  /** Seats that have handed over what is no share of theirs. */
  junk: number[]
}

/** The survey's key from the own share and any of those that were handed over: one good one is enough. */
export async function joinHanded(
  key: SealingKey,
  own: JointShare,
  survey: string,
  handed: readonly { from: number; sealed: string }[],
): Promise<Joined> {
  const joined: Joined = { key: undefined, junk: [] }
  for (const { from, sealed } of handed) {
    const share = await openEnvelope(key, handedPurpose(survey, from, own.seat), sealed)
    if (share === undefined || !isShareOf(own, from, share)) joined.junk.push(from)
    else joined.key ??= joinJointKey(own, from, share)
  }
  return joined
}

/**
 * Six words that are the same in three browsers if, and only if, the server has passed on all keys and all that was
 * dealt as they are: whoever put something of their own in between would show other words to somebody.
 */
export async function circleWords(seen: Around): Promise<string[]> {
  const dealt = commitmentsOf(seen).map(({ a, b }) => [a, b])
  return await wordsOf(await hashOf(["trustees", seen.survey.id, [...circleOf(seen)], dealt]))
}
