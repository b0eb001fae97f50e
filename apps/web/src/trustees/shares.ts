import {
  createSealingKey,
  hashOf,
  joinShares,
  openEnvelope,
  type SealingKey,
  sealTo,
  splitKey,
  wordsOf,
} from "@throughline/ballot"

/** The three public keys of a survey's trustees, by seat. */
export type Circle = readonly [string, string, string]

/** A share as its trustee opens it, with the circle it was made in: whom it may be handed to is said here, not by the server. */
export interface OwnShare {
  share: string
  sealingKey: string
  circle: Circle
}

export interface Split {
  sealingKey: string
  publicKeys: string[]
  shares: string[]
}

const purposeOf = (survey: string, seat: number) => `trustee share\0${survey}\0${seat}`
const handedPurpose = (survey: string, from: number, to: number) => `handed share\0${survey}\0${from}\0${to}`

/** Makes the survey's key, splits it and seals each share to one trustee. The private half ends with this call. */
export async function splitAmong(survey: string, circle: Circle): Promise<Split> {
  const key = await createSealingKey()
  const parts = await splitKey(survey, key)
  const shares = await Promise.all(
    parts.map((share, at) => {
      const own: OwnShare = { share, sealingKey: key.publicKey, circle }
      return sealTo(circle[at] ?? "", purposeOf(survey, at + 1), JSON.stringify(own))
    }),
  )
  return { sealingKey: key.publicKey, publicKeys: [...circle], shares }
}

/** undefined: this key does not open it, or it is not a share of this survey's key. */
export async function openOwnShare(
  key: SealingKey,
  survey: { id: string; sealingKey: string },
  seat: number,
  sealed: string,
): Promise<OwnShare | undefined> {
  const opened = await openEnvelope(key, purposeOf(survey.id, seat), sealed)
  const own = opened === undefined ? undefined : (JSON.parse(opened) as OwnShare)
  return own?.sealingKey === survey.sealingKey && own.circle[seat - 1] === key.publicKey ? own : undefined
}

/** The own share sealed to another seat of the circle. */
export function sealHanded(own: OwnShare, survey: string, from: number, to: number): Promise<string> {
  return sealTo(own.circle[to - 1] ?? "", handedPurpose(survey, from, to), own.share)
}

export type Joined = SealingKey | "not-openable" | "no-pair"

/** The survey's key from the own share and one that was handed over. */
export async function joinHanded(
  key: SealingKey,
  own: OwnShare,
  survey: string,
  seat: number,
  handed: { from: number; sealed: string },
): Promise<Joined> {
  const other = await openEnvelope(key, handedPurpose(survey, handed.from, seat), handed.sealed)
  if (other === undefined) return "not-openable"
  const joined = await joinShares(survey, own.sealingKey, [own.share, other])
  return "fault" in joined ? "no-pair" : joined
}

/**
 * Six words that are the same in three browsers if, and only if, the server has passed the keys on as they are: whoever
 * put a key of their own in between would show other words to somebody.
 */
export async function circleWords(
  survey: string,
  own: Pick<OwnShare, "sealingKey" | "circle">,
): Promise<string[]> {
  return await wordsOf(await hashOf(["trustees", survey, own.sealingKey, ...own.circle]))
}
