import { gunzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { createPacks } from "./packs.ts"

const noise = (length: number) => Array.from({ length }, () => Math.random())

test("what is kept is made once, also for two who ask at the same time", async () => {
  const packs = createPacks()
  let made = 0
  const make = async () => ({ made: ++made })
  const both = await Promise.all([packs.get("a", make), packs.get("a", make)])
  expect(both[0]).toBe(both[1])
  expect(await packs.get("a", make)).toBe(both[0])
  expect(JSON.parse(gunzipSync(both[0]).toString())).toEqual({ made: 1 })
  await packs.get("b", make)
  expect(made).toBe(2)
})

test("no more is held than the limit, and what was asked for last stays; without a limit all of it stays", async () => {
  const fill = async (limit: number | undefined) => {
    const packs = createPacks(limit)
    let made = 0
    const ask = (key: string) =>
      packs.get(key, async () => {
        made++
        return noise(1000)
      })
    for (const key of ["a", "b", "c"]) await ask(key)
    await ask("a")
    await ask("d")
    const before = made
    await ask("a")
    const [held, again] = [packs.held(), made - before]
    await ask("b")
    return { held, again, dropped: made - before }
  }
  const { held, ...bounded } = await fill(30_000)
  expect(held).toBeLessThanOrEqual(30_000)
  expect(held).toBeGreaterThan(10_000)
  expect(bounded).toEqual({ again: 0, dropped: 1 })
  const free = await fill(undefined)
  expect(free.held).toBeGreaterThan(30_000)
  expect(free.dropped).toBe(0)
  const small = createPacks(10)
  expect((await small.get("a", async () => noise(1000))).length).toBeGreaterThan(10)
  expect(small.held()).toBe(0)
})

test("what cannot be made is asked for again, and what nobody asks for goes", async () => {
  const packs = createPacks(1_000_000, 50)
  await expect(packs.get("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away")
  await packs.get("a", async () => ({ there: true }))
  expect(packs.held()).toBeGreaterThan(0)
  await expect.poll(() => packs.held()).toBe(0)
})
