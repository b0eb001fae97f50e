import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import { beforeAll, beforeEach, expect, test } from "vitest"
import { eachDatabase, type TestDatabase } from "./testing.ts"
import { addExampleSurvey, castExample, type ExampleSurvey, newBallotKey } from "./testing-example.ts"
import { withOrganization } from "./with-organization.ts"

eachDatabase((_name, open) => {
  let database: TestDatabase
  let example: ExampleSurvey
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    example = await addExampleSurvey(database.db)
  })
  const cast = (values: Parameters<typeof castExample>[2]) => castExample(database.db, example, values)
  const ballots = () =>
    withOrganization(database.db, "close", example.organization, (tx) =>
      tx.selectFrom("box.ballot").select(["ballot_key", "sequence", "ciphertext"]).execute(),
    )
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
  const setState = (state: "draft" | "closing" | "closed") =>
    withOrganization(database.db, "web", example.organization, (tx) =>
      tx.updateTable("app.survey").set({ state }).where("survey_id", "=", example.survey).execute(),
    )

  test("a first ballot is stored", async () => {
    expect(await cast({ key: newBallotKey() })).toBe("stored")
    expect(await ballots()).toHaveLength(1)
  })

  test("the same ballot sent again is kept as it is", async () => {
    const key = newBallotKey()
    await cast({ key, text: "first" })
    expect(await cast({ key, text: "again" })).toBe("kept")
    const [ballot, ...more] = await ballots()
    expect(text(ballot?.ciphertext)).toBe("first")
    expect(more).toEqual([])
  })

  test("a correction with a higher sequence replaces the ballot, a late older one does not", async () => {
    const key = newBallotKey()
    await cast({ key, sequence: 0, text: "first" })
    expect(await cast({ key, sequence: 2, text: "corrected" })).toBe("stored")
    expect(await cast({ key, sequence: 1, text: "late" })).toBe("kept")
    const [ballot, ...more] = await ballots()
    expect(ballot?.sequence).toBe(2)
    expect(text(ballot?.ciphertext)).toBe("corrected")
    expect(more).toEqual([])
  })

  test("it is the sequence that holds an overtaken ballot back: without it the older one replaces the correction", async () => {
    const { rows } = await sql<{ source: string }>`select pg_get_functiondef(p.oid) as source from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'box' and p.proname = 'cast'`.execute(
      database.db,
    )
    const source = rows[0]?.source ?? ""
    const careless = source.replace("and ballot.sequence < excluded.sequence", "")
    expect(careless).not.toBe(source)
    const key = newBallotKey()
    const keptBy = async (definition: string) => {
      const attack = database.db.transaction().execute(async (tx) => {
        await sql.raw(definition).execute(tx)
        await sql`select set_config('throughline.organization', ${example.organization}, true)`.execute(tx)
        for (const sequence of [0, 2, 1]) {
          await sql`select box.cast(${example.organization}, ${example.survey}, 1, ${key}, ${sequence},
            ${new Uint8Array(9)}, ${new Uint8Array(9)}, ${new Uint8Array(64)})`.execute(tx)
        }
        const stored = await tx.selectFrom("box.ballot").select("sequence").execute()
        throw Object.assign(new Error("taken back"), { stored })
      })
      return await attack.catch((error: unknown) => error)
    }
    expect(await keptBy(source)).toMatchObject({ stored: [{ sequence: 2 }] })
    expect(await keptBy(careless)).toMatchObject({ stored: [{ sequence: 1 }] })
    expect(await ballots()).toEqual([])
  })

  test("two people store two ballots", async () => {
    expect(await cast({ key: newBallotKey() })).toBe("stored")
    expect(await cast({ key: newBallotKey() })).toBe("stored")
    expect(await ballots()).toHaveLength(2)
  })

  test("a cohort, a survey or an organization that does not fit is unknown", async () => {
    const key = newBallotKey()
    expect(await cast({ key, cohort: 2 })).toBe("unknown")
    expect(await cast({ key, survey: randomUUID() })).toBe("unknown")
    expect(await cast({ key, inside: randomUUID() })).toBe("unknown")
    expect(await ballots()).toEqual([])
  })

  test("a survey that is closing or closed takes neither a first ballot nor a correction", async () => {
    const key = newBallotKey()
    await cast({ key, text: "in time" })
    for (const state of ["closing", "closed"] as const) {
      await setState(state)
      expect(await cast({ key, sequence: 1, text: "late" })).toBe("closed")
      expect(await cast({ key: newBallotKey() })).toBe("closed")
    }
    expect((await ballots()).map((ballot) => text(ballot.ciphertext))).toEqual(["in time"])
  })

  test("after the promised date nothing is taken, even while nobody has closed the survey", async () => {
    const closesIn = (seconds: number) =>
      withOrganization(database.db, "web", example.organization, (tx) =>
        tx
          .updateTable("app.survey")
          .set({ closes_at: new Date(Date.now() + seconds * 1000) })
          .where("survey_id", "=", example.survey)
          .execute(),
      )
    await closesIn(-1)
    expect(await cast({ key: newBallotKey() })).toBe("closed")
    expect(await ballots()).toEqual([])
    await closesIn(60)
    expect(await cast({ key: newBallotKey() })).toBe("stored")
  })

  test("a ballot key that is there already is not put into another cohort", async () => {
    const key = newBallotKey()
    await cast({ key, text: "first" })
    await withOrganization(database.db, "web", example.organization, async (tx) => {
      const [cohort] = await tx.selectFrom("app.cohort").selectAll().execute()
      if (cohort === undefined) throw new Error("no cohort")
      await tx
        .insertInto("app.cohort")
        .values({ ...cohort, cohort_id: 2, signing_key: null })
        .execute()
    })
    expect(await cast({ key, cohort: 2, sequence: 1, text: "moved" })).toBe("kept")
    expect((await ballots()).map((ballot) => text(ballot.ciphertext))).toEqual(["first"])
  })

  test("a draft takes no ballots", async () => {
    await setState("draft")
    expect(await cast({ key: newBallotKey() })).toBe("unknown")
  })

  test("sixteen retries of one ballot at once store it once", async () => {
    const key = newBallotKey()
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => cast({ key })))
    expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === "kept")).toHaveLength(15)
    expect(await ballots()).toHaveLength(1)
  })

  test("corrections that overtake each other leave the highest sequence", async () => {
    const key = newBallotKey()
    await cast({ key, sequence: 0 })
    const sequences = [5, 3, 9, 1, 7, 2, 8, 4, 6]
    await Promise.all(sequences.map((sequence) => cast({ key, sequence, text: `number ${sequence}` })))
    expect((await ballots()).map((ballot) => text(ballot.ciphertext))).toEqual(["number 9"])
  })

  test("the close waits for casts under way, and casts after it find the survey closed", async () => {
    const keys = Array.from({ length: 3 }, newBallotKey)
    const casts = keys.map((key) => cast({ key }))
    const closing = withOrganization(database.db, "close", example.organization, async (tx) => {
      await tx
        .updateTable("app.survey")
        .set({ state: "closing" })
        .where("survey_id", "=", example.survey)
        .execute()
      return await tx.selectFrom("box.ballot").select("ballot_key").execute()
    })
    const stored = (await Promise.all(casts)).filter((outcome) => outcome === "stored")
    expect(await closing).toHaveLength(stored.length)
    expect(await ballots()).toHaveLength(stored.length)
  })

  test("nothing stored with a ballot says who or when", async () => {
    const { rows } = await sql<{ column_name: string }>`select column_name from information_schema.columns
      where table_schema = 'box' and table_name = 'ballot' order by ordinal_position`.execute(database.db)
    expect(rows.map((row) => row.column_name)).toEqual([
      "organization_id",
      "survey_id",
      "ballot_key",
      "cohort_id",
      "sequence",
      "ciphertext",
      "signature",
      "credential",
    ])
  })
})
