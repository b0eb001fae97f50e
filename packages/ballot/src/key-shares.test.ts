import * as fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { joinShares, readShare, splitKey } from "./key-shares.ts"
import { createSealingKey, type SealingKey } from "./seal.ts"

let key: SealingKey
let shares: [string, string, string]
const join = (one: string, other: string, survey = "s1", publicKey = key.publicKey) =>
  joinShares(survey, publicKey, [one, other])
beforeAll(async () => {
  key = await createSealingKey()
  shares = await splitKey("s1", key)
})

describe("shares of a sealing key", () => {
  test("any two of the three give the key back, in either order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uuid(), async (survey) => {
        const own = await createSealingKey()
        const [one, two, three] = await splitKey(survey, own)
        for (const [a, b] of [
          [one, two],
          [two, one],
          [one, three],
          [three, one],
          [two, three],
          [three, two],
        ] as const)
          expect(await join(a, b, survey, own.publicKey)).toEqual(own)
      }),
      { numRuns: 10 },
    )
  })

  test("look like something that can be read aloud and typed: a number, then twelve groups of six", async () => {
    shares.forEach((share, at) => {
      expect(share).toMatch(new RegExp(`^${at + 1}(-[0-9A-HJKMNP-TV-Z]{6}){12}$`))
    })
    expect(await readShare("s1", shares[1])).toEqual({ number: 2, ofSurvey: true })
    expect(await readShare("s2", shares[1])).toEqual({ number: 2, ofSurvey: false })
    expect(await readShare("s1", "nonsense")).toBeUndefined()
  })

  test("may be typed in small letters, with spaces, without hyphens, and with the letters that look alike", async () => {
    const [one, two] = shares
    const sloppy = ` ${one.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l").replace("l", "1")} \n`
    expect(await join(sloppy, two.replaceAll("-", ""))).toEqual(key)
  })

  test("with any one letter wrong are known to be mistyped, and which of the two", async () => {
    const [one, two] = shares
    for (let place = 0; place < one.length; place++) {
      if (one[place] === "-") continue
      const wrong = `${one.slice(0, place)}${one[place] === "3" ? "2" : "3"}${one.slice(place + 1)}`
      expect(await join(wrong, two), wrong).toEqual({ fault: "mistyped", share: 0 })
      expect(await join(two, wrong), wrong).toEqual({ fault: "mistyped", share: 1 })
    }
    for (const wrong of ["", "1", one.slice(0, -1), `${one}0`, `${one}!`, one.replace("-", "-U")])
      expect(await join(wrong, two), wrong).toEqual({ fault: "mistyped", share: 0 })
  })

  test("of another survey, the same twice, and of different splits each say so and give no key", async () => {
    const [[one, two, three], foreign, again] = [shares, await splitKey("s2", key), await splitKey("s1", key)]
    expect(await join(foreign[0], two)).toEqual({ fault: "other-survey", share: 0 })
    expect(await join(one, foreign[1])).toEqual({ fault: "other-survey", share: 1 })
    expect(await join(one, one)).toEqual({ fault: "same-share" })
    for (const mine of [one, two, three]) {
      for (const other of again) expect(await join(mine, other)).toEqual({ fault: "not-a-pair" })
    }
  })

  test("that give another key than the one promised are refused", async () => {
    const other = await createSealingKey()
    expect(await join(shares[0], shares[1], "s1", other.publicKey)).toEqual({ fault: "not-a-pair" })
    expect(await join(shares[0], shares[1], "s1", "")).toEqual({ fault: "not-a-pair" })
  })

  test("are not made of what is no key", async () => {
    await expect(splitKey("s1", { publicKey: "", privateKey: "" })).rejects.toThrow(RangeError)
    const mixed = { ...key, publicKey: (await createSealingKey()).publicKey }
    await expect(splitKey("s1", mixed)).rejects.toThrow(RangeError)
  })
})
