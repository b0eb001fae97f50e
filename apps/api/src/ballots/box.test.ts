import type { Db } from "@throughline/db"
import { expect, test } from "vitest"
import { createBox, MOST_WAITING } from "./box.ts"
import type { BoxRow } from "./queries.ts"

/** A database whose transactions all do the same; and how many were tried. */
function databaseThat(does: () => Promise<never>) {
  const tried = { transactions: 0 }
  const execute = () => {
    tried.transactions++
    return does()
  }
  const db = { withoutPlugins: () => ({ transaction: () => ({ execute }) }) } as unknown as Db
  return { db, tried }
}

const failing = (code: string) =>
  databaseThat(async () => {
    await new Promise((done) => setTimeout(done, 1))
    throw Object.assign(new Error("no"), { code })
  })

const row: BoxRow = {
  surveyId: "7d0c1f0e-0000-4000-8000-000000000000",
  cohort: 1,
  ballotKey: new Uint8Array(65),
  sequence: 0,
  credential: new Uint8Array(256),
  ciphertext: new Uint8Array(10),
  signature: new Uint8Array(64),
}

/** One cast that is under way, and eleven that come meanwhile and wait together. */
const twelve = (db: Db) => {
  const box = createBox(db)
  return Promise.allSettled(Array.from({ length: 12 }, () => box.cast("organization", row)))
}

test("when the database is away a batch is tried once, not once for each of its ballots", async () => {
  for (const code of ["ECONNREFUSED", "57P01", "08006", "40001", "42501"]) {
    const { db, tried } = failing(code)
    const results = await twelve(db)
    expect(results.every(({ status }) => status === "rejected")).toBe(true)
    expect([code, tried.transactions]).toEqual([code, 2])
  }
})

test("after a value that the database cannot take every ballot of the batch is tried alone", async () => {
  for (const code of ["22P02", "23514"]) {
    const { db, tried } = failing(code)
    await twelve(db)
    expect([code, tried.transactions]).toEqual([code, 1 + 1 + 11])
  }
})

test("a flood is answered with server.busy, and there is room again as soon as ballots are written", async () => {
  let end = () => {}
  const gate = new Promise<void>((done) => {
    end = done
  })
  const { db } = databaseThat(async () => {
    await gate
    throw Object.assign(new Error("no"), { code: "57P01" })
  })
  const box = createBox(db)
  // Of many organizations: the bound is the process's, whatever a flood writes into its casts.
  const flood = Array.from({ length: MOST_WAITING }, (_, i) => box.cast(`organization ${i % 7}`, row))
  const held = Promise.allSettled(flood)
  await expect(box.cast("organization 1", row)).rejects.toMatchObject({ code: "server.busy", status: 503 })
  end()
  await held
  await expect(box.cast("organization 1", row)).rejects.toMatchObject({ code: "57P01" })
})
