import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { jsonb } from "./jsonb.ts"
import { eachDatabase, type TestDatabase } from "./testing.ts"

eachDatabase((_name, open) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })
  const one = async (query: ReturnType<typeof sql>) =>
    (await query.execute(database.db)).rows[0] as Record<string, unknown>

  test("whole numbers of every width, and counts, are JavaScript numbers", async () => {
    const row = await one(sql`select 1::smallint as small, 2::int as int, -9007199254740991::bigint as big,
      count(*) as count, sum(3::int) as sum from (values (1)) as v`)
    expect(row).toEqual({ small: 1, int: 2, big: -9007199254740991, count: 1, sum: 3 })
  })

  test("a bigint that a JavaScript number cannot hold is an error, and the connection goes on", async () => {
    await expect(one(sql`select 9007199254740993::bigint as n`)).rejects.toThrow(RangeError)
    for (let i = 0; i < 12; i++) expect(await one(sql`select 1::bigint as n`)).toEqual({ n: 1 })
  })

  test("a bigint too large inside an array is an error as well", async () => {
    await expect(one(sql`select array[9007199254740993]::bigint[] as n`)).rejects.toThrow(RangeError)
  })

  test("every other type reads the same on both databases", async () => {
    const row = await one(sql`select 1.50::numeric as numeric, '2026-03-29'::date as date,
      '2026-03-29 02:30:00.123+02'::timestamptz as instant, '2026-03-29 02:30'::timestamp as local,
      '1 day 02:00'::interval as interval, '\\x00ff10'::bytea as bytes, true as yes, 0.5::real as real,
      1e300::float8 as double, 'ä'::text as text, 'v'::varchar as varchar, null::int as nothing,
      '2f1e0d3c-0000-4000-8000-000000000001'::uuid as uuid, '{"a": [1, null]}'::jsonb as document, '[1]'::json as json`)
    expect(row).toStrictEqual({
      numeric: "1.50",
      date: "2026-03-29",
      instant: new Date("2026-03-29T00:30:00.123Z"),
      local: "2026-03-29 02:30:00",
      interval: "1 day 02:00:00",
      bytes: new Uint8Array([0, 255, 16]),
      yes: true,
      real: 0.5,
      double: 1e300,
      text: "ä",
      varchar: "v",
      nothing: null,
      uuid: "2f1e0d3c-0000-4000-8000-000000000001",
      document: { a: [1, null] },
      json: [1],
    })
  })

  test("arrays of each type read the same, with nulls in them, nested and empty", async () => {
    const row =
      await one(sql`select array[1, null]::bigint[] as big, array['2026-01-02', null]::date[] as dates,
      array['2026-01-02 00:00Z']::timestamptz[] as instants, array['\\x01', '\\x']::bytea[] as bytes,
      array['{"a": "b,}\\""}', '"NULL"']::jsonb[] as documents, array[1.10]::numeric[] as numerics,
      array['a,b', 'c"d', 'e\\f', '', 'NULL', null, '{}']::text[] as texts, array[[1, 2], [3, 4]]::int[] as nested,
      '{}'::text[] as none, array[true, false] as booleans, array[1.5]::float8[] as doubles`)
    expect(row).toStrictEqual({
      big: [1, null],
      dates: ["2026-01-02", null],
      instants: [new Date("2026-01-02T00:00:00Z")],
      bytes: [new Uint8Array([1]), new Uint8Array()],
      documents: [{ a: 'b,}"' }, "NULL"],
      numerics: ["1.10"],
      texts: ["a,b", 'c"d', "e\\f", "", "NULL", null, "{}"],
      nested: [
        [1, 2],
        [3, 4],
      ],
      none: [],
      booleans: [true, false],
      doubles: [1.5],
    })
  })

  test("parameters of each type arrive as what they are", async () => {
    const instant = new Date("2026-11-22T01:02:03.456Z")
    const bytes = new Uint8Array([0, 92, 255])
    const row =
      await one(sql`select ${instant}::timestamptz as instant, ${bytes}::bytea as bytes, ${true}::boolean as yes,
      ${"2026-11-22"}::date as date, ${7}::int as int, ${9007199254740991}::bigint as big, ${"1.50"}::numeric as numeric,
      ${0.25}::float8 as double, ${null}::text as nothing, ${"x"}::text as text`)
    expect(row).toStrictEqual({
      instant,
      bytes,
      yes: true,
      date: "2026-11-22",
      int: 7,
      big: 9007199254740991,
      numeric: "1.50",
      double: 0.25,
      nothing: null,
      text: "x",
    })
  })

  test("arrays as parameters arrive as what they are", async () => {
    const instant = new Date("2026-11-22T01:02:03.456Z")
    const texts = ["a,b", 'c"d', "e\\f", "", "NULL", null]
    const row =
      await one(sql`select ${[instant]}::timestamptz[] as instants, ${[new Uint8Array([0, 255])]}::bytea[] as bytes,
      ${[true, false]}::boolean[] as booleans, ${[1, 2]}::int[] as ints, ${texts}::text[] as texts,
      ${[]}::text[] as none, ${["2026-11-22"]}::date[] as dates`)
    expect(row).toStrictEqual({
      instants: [instant],
      bytes: [new Uint8Array([0, 255])],
      booleans: [true, false],
      ints: [1, 2],
      texts,
      none: [],
      dates: ["2026-11-22"],
    })
  })

  test("bytes have a buffer of their own, so that typed arrays can look at it", async () => {
    const { bytes } = await one(sql`select '\\x01000000ffffffff'::bytea as bytes`)
    expect([...new Int32Array((bytes as Uint8Array).buffer as ArrayBuffer)]).toEqual([1, -1])
  })

  test.each([
    [{ a: 1 }, "object"],
    [[1, 2], "array"],
    ["text", "string"],
    ['{"looks": "like JSON"}', "string"],
    [5, "number"],
    [false, "boolean"],
  ])("jsonb(%j) is stored as a JSON %s and reads as it was", async (value, kind) => {
    const row = await one(sql`select jsonb_typeof(${jsonb(value)}) as kind, ${jsonb(value)} as value`)
    expect(row).toStrictEqual({ kind, value })
  })

  test("jsonb(null) is SQL null", async () => {
    expect(await one(sql`select ${jsonb(null)} is null as empty`)).toEqual({ empty: true })
  })

  test("executeSql answers with the rows of all statements, and survives a broken transaction", async () => {
    expect((await database.executeSql("select 1 as a; select 2 as b")).rows).toEqual([{ a: 1 }, { b: 2 }])
    expect(
      (await database.executeSql("select $1::int + 1 as n, $2::jsonb as j", [1, '{"a":1}'])).rows,
    ).toEqual([{ n: 2, j: { a: 1 } }])
    await expect(database.executeSql("begin; select 1/0; commit")).rejects.toMatchObject({ code: "22012" })
    for (let i = 0; i < 12; i++) expect(await one(sql`select 1 as n`)).toEqual({ n: 1 })
  })

  test("errors carry PostgreSQL's code", async () => {
    await expect(one(sql`select 1/0`)).rejects.toMatchObject({ code: "22012" })
  })
})
