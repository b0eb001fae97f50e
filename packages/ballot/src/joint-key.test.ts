import { p256 } from "@noble/curves/nist.js"
import * as fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { fromBase64url, toBase64url } from "./base64url.ts"
import { openEnvelope, sealTo } from "./envelope.ts"
import {
  type Circle,
  type Dealing,
  deal,
  isShareOf,
  type JointShare,
  joinJointKey,
  jointKeyOf,
  lineOf,
  takeDealings,
} from "./joint-key.ts"
import { createSealingKey, type SealingKey } from "./seal.ts"

const survey = "s1"
const { Fn } = p256.Point
type Three<T> = [T, T, T]
let keys: Three<SealingKey>
let circle: Circle
let dealings: Three<Dealing>
let sealingKey: string

async function each<T>(make: (seat: number) => Promise<T>): Promise<Three<T>> {
  return [await make(1), await make(2), await make(3)]
}
const keyOf = (seat: number) => keys[seat - 1] as SealingKey
const take = (seat: number, dealt: readonly Dealing[] = dealings, named = sealingKey, with_ = keyOf(seat)) =>
  takeDealings(
    with_,
    { survey, seat, circle, sealingKey: named },
    dealt,
    dealt.map(({ sealed }) => sealed[seat - 1] ?? ""),
  )
async function shareOf(seat: number): Promise<JointShare> {
  const taken = await take(seat)
  if ("fault" in taken) throw new Error(taken.fault)
  return taken
}
const number = (text: string) => Fn.fromBytes(fromBase64url(text) ?? new Uint8Array())
/** The three dealings with those of one seat changed. */
const changed = (seat: number, change: Partial<Dealing>) =>
  dealings.map((dealing, at) => (at === seat - 1 ? { ...dealing, ...change } : dealing))

beforeAll(async () => {
  keys = await each(createSealingKey)
  circle = [keys[0].publicKey, keys[1].publicKey, keys[2].publicKey]
  dealings = await each(async (seat) => deal(await lineOf(keyOf(seat), survey, circle), survey, seat, circle))
  sealingKey = jointKeyOf(dealings) ?? ""
})

describe("a key that nobody ever had", () => {
  test("any two of three shares give it, and what is sealed to it opens", async () => {
    const shares = await each(shareOf)
    const sealed = await sealTo(sealingKey, "use", "a ballot")
    for (const [one, other] of [
      [0, 1],
      [1, 0],
      [1, 2],
      [0, 2],
      [2, 0],
    ] as const) {
      const key = joinJointKey(shares[one], other + 1, shares[other].share)
      expect(key?.publicKey).toBe(sealingKey)
      expect(key && (await openEnvelope(key, "use", sealed))).toBe("a ballot")
    }
  })

  test("whatever the three lines are, any two shares give the sum of what the three began with", () => {
    const scalar = fc.bigInt({ min: 1n, max: Fn.ORDER - 1n })
    const lines = fc.tuple(fc.record({ a: scalar, b: scalar }), fc.record({ a: scalar, b: scalar }))
    fc.assert(
      fc.property(lines, fc.record({ a: scalar, b: scalar }), ([first, second], third) => {
        const all = [first, second, third]
        const [a, b] = [all, all].map((_, at) =>
          all.reduce((sum, line) => Fn.add(sum, at === 0 ? line.a : line.b), 0n),
        ) as [bigint, bigint]
        fc.pre(a !== 0n && b !== 0n)
        const point = (value: bigint) => toBase64url(p256.Point.BASE.multiply(value).toBytes(false))
        const commitments = all.map((line) => ({ a: point(line.a), b: point(line.b) }))
        const key = jointKeyOf(commitments) ?? ""
        expect(key).toBe(point(a))
        const share = (seat: number): JointShare => ({
          ...{ seat, circle, sealingKey: key, slope: point(b) },
          share: toBase64url(Fn.toBytes(Fn.add(a, Fn.mul(b, BigInt(seat))))),
        })
        for (const [one, other] of [
          [1, 2],
          [1, 3],
          [2, 3],
        ] as const) {
          const joined = joinJointKey(share(one), other, share(other).share)
          expect(joined && number(joined.privateKey)).toBe(a)
          expect(isShareOf(share(one), other, share(other).share)).toBe(true)
        }
      }),
      { numRuns: 20 },
    )
  })

  test("one share alone fits every key: for each private key there is a line through it", async () => {
    const [own] = await each(shareOf)
    const s1 = number(own.share)
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: Fn.ORDER - 1n }), (anyKey) => {
        // The second share that would make it the key: f(0) = anyKey and f(1) = s1 give f(2) = 2·s1 − anyKey.
        const s2 = Fn.sub(Fn.mul(2n, s1), anyKey)
        fc.pre(s2 !== 0n)
        const claimed = toBase64url(p256.Point.BASE.multiply(anyKey).toBytes(false))
        const joined = joinJointKey({ ...own, sealingKey: claimed }, 2, toBase64url(Fn.toBytes(s2)))
        expect(joined && number(joined.privateKey)).toBe(anyKey)
      }),
      { numRuns: 10 },
    )
    // And it is none by itself, nor together with itself or with what no trustee holds.
    expect(own.share).not.toBe(keys[0].privateKey)
    expect(joinJointKey(own, 1, own.share)).toBeUndefined()
    expect(joinJointKey(own, 2, own.share)).toBeUndefined()
    expect(joinJointKey(own, 2, "")).toBeUndefined()
  })

  test("no dealer has the key: it is none of the three beginnings", async () => {
    const [one, two] = await each(shareOf)
    const key = number(joinJointKey(one, 2, two.share)?.privateKey ?? "")
    const lines = await each((seat) => lineOf(keyOf(seat), survey, circle))
    expect(lines.map(({ a }) => a)).not.toContain(key)
    expect(lines.reduce((sum, { a }) => Fn.add(sum, a), 0n)).toBe(key)
  })
})

describe("what is refused", () => {
  test("a part that does not lie on its sender's line is named with its sender", async () => {
    const [, second] = dealings
    const use = JSON.stringify(["trustee share", survey, 2, 1, ...circle])
    const off = await openEnvelope(keys[0], use, second.sealed[0] ?? "")
    const wrong = toBase64url(Fn.toBytes(Fn.add(number(off ?? ""), 1n)))
    for (const junk of [wrong, "", "junk", toBase64url(new Uint8Array(32))]) {
      const sealed = [await sealTo(circle[0], use, junk), ...second.sealed.slice(1)]
      expect(await take(1, changed(2, { sealed }))).toEqual({ fault: "wrong", from: 2 })
    }
    expect(await take(1, changed(2, { sealed: ["AAAA"] }))).toEqual({ fault: "not-openable", from: 2 })
    // The same part to the others is good: only who got junk sees it.
    expect(await take(3, changed(2, { sealed: ["AAAA", ...second.sealed.slice(1)] }))).toHaveProperty("share")
  })

  test("another public key than the sum, and points that are none", async () => {
    expect(await take(1, dealings, keys[0].publicKey)).toEqual({ fault: "other-key" })
    const none = toBase64url(new Uint8Array(65).fill(4))
    expect(jointKeyOf(changed(2, { a: none }))).toBeUndefined()
    expect(jointKeyOf(changed(2, { b: "" }))).toBeUndefined()
    expect(jointKeyOf(dealings.slice(1))).toBeUndefined()
  })

  test("parts sealed in another circle do not open, so no key can be slipped in at the close", async () => {
    const spy = await createSealingKey()
    const theirs: Circle = [circle[0], circle[1], spy.publicKey]
    const at = { survey, seat: 1, circle: theirs, sealingKey }
    const sealed = dealings.map(({ sealed }) => sealed[0] ?? "")
    expect(await takeDealings(keys[0], at, dealings, sealed)).toEqual({ fault: "not-mine" })
    expect(await takeDealings(keys[0], at, dealings, sealed, async () => true)).toEqual({
      fault: "not-openable",
      from: 1,
    })
  })

  test("a server that deals for all three is noticed; without the check it has the key, and nobody sees it", async () => {
    const own = await each(createSealingKey)
    const lines = await each((seat) => lineOf(own[seat - 1] as SealingKey, survey, circle))
    const forged = await each((seat) => deal(lines[seat - 1] as never, survey, seat, circle))
    const named = jointKeyOf(forged) ?? ""
    expect(await take(1, forged, named)).toEqual({ fault: "not-mine" })
    const sealed = forged.map(({ sealed }) => sealed[0] ?? "")
    const at = { survey, seat: 1, circle, sealingKey: named }
    expect(await takeDealings(keys[0], at, forged, sealed, async () => true)).toHaveProperty("share")
    const known = lines.reduce((sum, { a }) => Fn.add(sum, a), 0n)
    expect(toBase64url(p256.Point.BASE.multiply(known).toBytes(false))).toBe(named)
  })

  test("junk handed over is known by its seat", async () => {
    const [one, two, three] = await each(shareOf)
    expect(isShareOf(one, 2, two.share)).toBe(true)
    expect(isShareOf(one, 3, two.share)).toBe(false)
    expect(isShareOf(one, 2, three.share)).toBe(false)
    expect(isShareOf(one, 2, "junk")).toBe(false)
  })
})

test("the line of a trustee is the same whenever the file is opened, and another in every other circle or survey", async () => {
  const other: Circle = [circle[0], circle[1], (await createSealingKey()).publicKey]
  const line = await lineOf(keys[0], survey, circle)
  expect(await lineOf(keys[0], survey, circle)).toEqual(line)
  const lines = [line, await lineOf(keys[0], "s2", circle), await lineOf(keys[0], survey, other)]
  expect(new Set(lines.flatMap(({ a, b }) => [a, b])).size).toBe(6)
})
