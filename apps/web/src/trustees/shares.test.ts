import { createSealingKey, type SealingKey } from "@throughline/ballot"
import { beforeAll, expect, test } from "vitest"
import {
  type Circle,
  circleWords,
  joinHanded,
  type OwnShare,
  openOwnShare,
  type Split,
  sealHanded,
  splitAmong,
} from "./shares.ts"

const survey = "6b6b2f6e-3a8e-4a53-9a53-0c3ee4a6a001"
let keys: [SealingKey, SealingKey, SealingKey]
let split: Split
const circleOf = (three: typeof keys): Circle => [three[0].publicKey, three[1].publicKey, three[2].publicKey]
const own = async (seat: 1 | 2 | 3, key = keys[seat - 1] as SealingKey): Promise<OwnShare | undefined> =>
  openOwnShare(key, { id: survey, sealingKey: split.sealingKey }, seat, split.shares[seat - 1] ?? "")

beforeAll(async () => {
  keys = [await createSealingKey(), await createSealingKey(), await createSealingKey()]
  split = await splitAmong(survey, circleOf(keys))
})

test("any two of three join the survey's key; a share opens for its own trustee only", async () => {
  for (const [from, to] of [
    [1, 2],
    [3, 1],
    [2, 3],
  ] as const) {
    const [giver, taker] = [await own(from), await own(to)]
    if (giver === undefined || taker === undefined) throw new Error("a share does not open")
    const handed = { from, sealed: await sealHanded(giver, survey, from, to) }
    const key = await joinHanded(keys[to - 1] as SealingKey, taker, survey, to, handed)
    expect(key).toMatchObject({ publicKey: split.sealingKey })
    // Sealed to one seat it opens for no other, and not as another's.
    const third = (6 - from - to) as 1 | 2 | 3
    const thirds = (await own(third)) as OwnShare
    expect(await joinHanded(keys[third - 1] as SealingKey, thirds, survey, third, handed)).toBe(
      "not-openable",
    )
    expect(await joinHanded(keys[to - 1] as SealingKey, taker, survey, to, { ...handed, from: third })).toBe(
      "not-openable",
    )
  }
  expect(await own(1, keys[1])).toBeUndefined()
})

test("the own share handed back to oneself, or one of another split, is no pair", async () => {
  const [one, two] = [(await own(1)) as OwnShare, (await own(2)) as OwnShare]
  const again = await splitAmong(survey, circleOf(keys))
  const named = { id: survey, sealingKey: again.sealingKey }
  const others = (await openOwnShare(keys[0], named, 1, again.shares[0] ?? "")) as OwnShare
  const handed = { from: 1, sealed: await sealHanded(others, survey, 1, 2) }
  expect(await joinHanded(keys[1], two, survey, 2, handed)).toBe("no-pair")
  const same = { from: 1, sealed: await sealHanded({ ...one, share: two.share }, survey, 1, 2) }
  expect(await joinHanded(keys[1], two, survey, 2, same)).toBe("no-pair")
  // A share of another key is not taken for one of this survey's.
  expect(
    await openOwnShare(keys[0], { id: survey, sealingKey: split.sealingKey }, 1, again.shares[0] ?? ""),
  ).toBeUndefined()
})

test("three see the same words; a server that slips in a key of its own shows other words", async () => {
  const words = await Promise.all(
    ([1, 2, 3] as const).map(async (seat) => circleWords(survey, (await own(seat)) as OwnShare)),
  )
  expect(new Set(words.map(String)).size).toBe(1)
  // The attack: the splitting browser is told a key of the server's for seat 1, and the server passes the share on.
  const spy = await createSealingKey()
  const deceived = await splitAmong(survey, [spy.publicKey, keys[1].publicKey, keys[2].publicKey])
  const named = { id: survey, sealingKey: deceived.sealingKey }
  const seen = (await openOwnShare(keys[1], named, 2, deceived.shares[1] ?? "")) as OwnShare
  const spied = (await openOwnShare(spy, named, 1, deceived.shares[0] ?? "")) as OwnShare
  expect(spied.share).toBeTruthy()
  const first: OwnShare = { ...spied, circle: circleOf(keys) }
  expect(await circleWords(survey, first)).not.toEqual(await circleWords(survey, seen))
})
