import { expect, test } from "vitest"
import type { Draft } from "./draft.ts"
import { createSaver } from "./saver.ts"
import { memoryShelf } from "./shelf.ts"

const draft = {
  data: {},
  invitation: { survey: { closesAt: "2030-01-01T00:00:00Z" }, manifest: {} },
} as unknown as Draft

test("a browser that cannot keep the answers is told of once, however often it fails", async () => {
  const full = { ...memoryShelf(), change: () => Promise.reject(new Error("QuotaExceededError")) }
  let told = 0
  const saver = createSaver(
    () => ({ shelf: full, id: "one", draft, correcting: false }),
    () => {
      told++
    },
  )
  await saver.settled()
  await saver.settled()
  expect([told, saver.lost()]).toEqual([1, true])
})

test("nothing is told while saving works", async () => {
  const shelf = memoryShelf()
  const saver = createSaver(
    () => ({ shelf, id: "one", draft, correcting: false }),
    () => {
      throw new Error("told")
    },
  )
  await saver.settled()
  expect((await shelf.read("one"))?.sealed).toBeTruthy()
  expect(saver.lost()).toBe(false)
})
