import { createSealingKey, type JointShare, jointKeyOf, type SealingKey } from "@throughline/ballot"
import { beforeAll, expect, test } from "vitest"
import { wordsOfJunk } from "./close-page.ts"
import { type Around, circleWords, dealOwn, joinHanded, openOwnShare, sealHanded } from "./shares.ts"

const id = "6b6b2f6e-3a8e-4a53-9a53-0c3ee4a6a001"
const survey: Around["survey"] = { id, name: "Spring", state: "draft", closesAt: null, outcome: null }
type Three = [SealingKey, SealingKey, SealingKey]
let keys: Three
let shares: [JointShare, JointShare, JointShare]
let seenBy: (seat: number) => Around

/** What each of three pages sees when all have dealt; `dealers`: the keys that are used in their names. */
async function dealt(circle: readonly SealingKey[], dealers = circle): Promise<(seat: number) => Around> {
  const trustees = circle.map(({ publicKey }, at) => ({
    ...{ seat: at + 1, name: `T${at + 1}`, publicKey, commitment: null },
    ...{ hasKey: true, hasDealt: true, hasTried: false, handedTo: null },
  }))
  const before = { survey, trustees, sealingKey: null, parts: [null, null, null] }
  const dealings = await Promise.all(dealers.map((key, at) => dealOwn(key, { ...before, seat: at + 1 })))
  return (seat) => ({
    ...{ survey, seat, sealingKey: jointKeyOf(dealings) ?? null },
    trustees: trustees.map((one, at) => {
      const { a = "", b = "" } = dealings[at] ?? {}
      return { ...one, commitment: { a, b } }
    }),
    parts: dealings.map(({ sealed }) => sealed[seat - 1] ?? null),
  })
}
async function shareOf(seat: number): Promise<JointShare> {
  const own = await openOwnShare(keys[seat - 1] as SealingKey, seenBy(seat))
  if ("fault" in own) throw new Error(own.fault)
  return own
}

beforeAll(async () => {
  keys = [await createSealingKey(), await createSealingKey(), await createSealingKey()]
  seenBy = await dealt(keys)
  shares = [await shareOf(1), await shareOf(2), await shareOf(3)]
})

test("any two of three join the survey's key; what is handed over opens for its receiver only", async () => {
  for (const [from, to] of [
    [1, 2],
    [3, 1],
    [2, 3],
  ] as const) {
    const handed = { from, sealed: await sealHanded(shares[from - 1] as JointShare, id, to) }
    const taker = shares[to - 1] as JointShare
    const joined = await joinHanded(keys[to - 1] as SealingKey, taker, id, [handed])
    expect(joined).toMatchObject({ key: { publicKey: seenBy(1).sealingKey }, junk: [] })
    // Sealed to one seat it opens for no other, and not as another's.
    const third = (6 - from - to) as 1 | 2 | 3
    const thirds = shares[third - 1] as JointShare
    const nothing = { key: undefined, junk: [from] }
    expect(await joinHanded(keys[third - 1] as SealingKey, thirds, id, [handed])).toEqual(nothing)
    const renamed = [{ ...handed, from: third }]
    const result = await joinHanded(keys[to - 1] as SealingKey, taker, id, renamed)
    expect(result).toEqual({ key: undefined, junk: [third] })
  }
})

test("one who hands over junk blocks nobody: the other share opens, and it is said whose was junk", async () => {
  const good = { from: 3, sealed: await sealHanded(shares[2], id, 2) }
  const others = { ...shares[0], share: shares[1].share }
  for (const sealed of ["", "junk", await sealHanded(others, id, 2)]) {
    const joined = await joinHanded(keys[1], shares[1], id, [{ from: 1, sealed }, good])
    expect(joined).toMatchObject({ key: { publicKey: seenBy(1).sealingKey }, junk: [1] })
    // Tried alone, as the page did before, the junk of one is all there is.
    expect(await joinHanded(keys[1], shares[1], id, [{ from: 1, sealed }])).toEqual({
      key: undefined,
      junk: [1],
    })
  }
  expect(wordsOfJunk(["Tara"])).toMatch(/^What Tara handed you is no share/)
})

test("three see the same words; a server that slips in a key, or deals in somebody's place, is noticed", async () => {
  const words = await Promise.all([1, 2, 3].map((seat) => circleWords(seenBy(seat))))
  expect(new Set(words.map(String)).size).toBe(1)
  // A key of the server's in place of seat 1's: seats 2 and 3 see it, seat 1 sees the own, and the words differ.
  const spy = await createSealingKey()
  const deceived = await dealt([spy, keys[1], keys[2]])
  expect(await openOwnShare(keys[1], deceived(2))).toHaveProperty("share")
  expect(await circleWords(deceived(2))).not.toEqual(words[0])
  // The keys are right, but the server, which can use all three links, has dealt for all: the words are the same.
  const forged = await dealt(keys, [spy, await createSealingKey(), await createSealingKey()])
  expect(await circleWords(forged(1))).toEqual(await circleWords(forged(2)))
  for (const seat of [1, 2, 3]) {
    expect(await openOwnShare(keys[seat - 1] as SealingKey, forged(seat))).toEqual({ fault: "not-mine" })
  }
})
