// F13: files that are broken, hostile or absurd, sent as HR sends them. Each is refused or repaired by name, all or
// nothing, and whoever asks the server something else meanwhile is answered.

import { deflateRawSync } from "node:zlib"
import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, describe, expect, test } from "vitest"
import { type Caller, openTestApp, peopleForm, type TestApp } from "../testing.ts"
import { importPeople } from "./import-people.ts"
import { inWorker } from "./in-worker.ts"
import { listPeople } from "./list-people.ts"

const HEADER = "Employee ID,Name,Email,Manager ID"
const rows = (...lines: string[]) => [HEADER, ...lines].join("\n")
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"))
const MB = 1024 * 1024

/** A zip with one entry, which says that it is as long as it is; `length` zeros. */
function zip(name: string, length: number): Uint8Array<ArrayBuffer> {
  const packed = deflateRawSync(Buffer.alloc(length, "<c/>"))
  const head = (signature: number, bytes: number) => {
    const buffer = Buffer.alloc(bytes)
    buffer.writeUInt32LE(signature)
    return buffer
  }
  const local = head(0x04034b50, 30)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(length, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = head(0x02014b50, 46)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(length, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = head(0x06054b50, 22)
  const before = local.length + name.length + packed.length
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(before, 16)
  return new Uint8Array(
    Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]),
  ) as Uint8Array<ArrayBuffer>
}

const chain = (length: number) =>
  rows(
    ...Array.from(
      { length },
      (_, index) => `${index},P${index},p${index}@x.org,${index === 0 ? "" : index - 1}`,
    ),
  )

eachDatabase((_name, open) => {
  let api: TestApp
  let hr: Caller & { organizationId: string }
  beforeAll(async () => {
    api = await openTestApp(await open())
    hr = await api.hr()
    expect((await send(rows("1,Ann,ann@x.org,", "2,Bob,bob@x.org,1"))).status).toBe(200)
    return () => api.remove()
  })
  const send = (bytes: string | Uint8Array<ArrayBuffer>, fileName = "people.csv") =>
    hr.call("POST", "/api/people/import", peopleForm(bytes, fileName))
  const stored = () => listPeople(api.deps, hr.organizationId)

  describe("are refused by name, and nothing is changed", () => {
    const refused: [string, string | Uint8Array<ArrayBuffer>, string][] = [
      ["NUL bytes", rows("1,A\0nn,ann@x.org,"), "unsupported-file"],
      ["a line of 30 MB", `${HEADER}\n1,${"x".repeat(30 * MB)},a@x.org,`, "too-large"],
      ["a line of 30 MB of quotes", `${HEADER}\n1,${'"'.repeat(30 * MB)}`, ""],
      ["30 MB of commas", `${HEADER}\n${",".repeat(30 * MB)}`, ""],
      ["a loop", rows("1,Ann,ann@x.org,", "2,Bob,bob@x.org,3", "3,Cy,cy@x.org,2"), "loop"],
      ["somebody who manages himself", rows("1,Ann,ann@x.org,", "2,Bob,bob@x.org,2"), "self-manager"],
      ["one id twice", rows("1,Ann,ann@x.org,", "2,Bob,bob@x.org,1", "2,Cy,cy@x.org,1"), "duplicate-id"],
      ["an absent manager", rows("1,Ann,ann@x.org,", "2,Bob,bob@x.org,77"), "manager-missing"],
      ["a zip bomb that calls itself a workbook", zip("xl/workbook.xml", 600 * MB), ""],
      ["a zip with something else in it", zip("readme.txt", 100), "unsupported-file"],
      [
        "a picture",
        new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]),
        "unsupported-file",
      ],
      ["nothing", "", "empty-file"],
    ]
    test.each(refused)("%s", async (_what, bytes, code) => {
      const before = await stored()
      const { status, json } = await send(bytes)
      expect([status, (json as { code: string }).code]).toEqual([422, "people.blocked"])
      const { issues } = json as { issues: { code: string; severity: string; message: string }[] }
      const errors = issues.filter(({ severity }) => severity === "error")
      expect(errors.length).toBeGreaterThan(0)
      if (code !== "") expect(errors.map((issue) => issue.code)).toContain(code)
      expect(errors.every(({ message }) => message.length > 10 && message.length < 2000)).toBe(true)
      expect(await stored()).toEqual(before)
    })
  })

  test("30 MB of line breaks are refused as empty, or as more than can be read", async () => {
    const before = await stored()
    const { status, json } = await send(`${HEADER}${"\n".repeat(30 * MB)}`)
    expect(status).toBe(422)
    expect(["people.blocked", "people.unreadable"]).toContain((json as { code: string }).code)
    expect(await stored()).toEqual(before)
  })

  describe("are read all the same", () => {
    const read: [string, string | Uint8Array<ArrayBuffer>, number][] = [
      ["UTF-16", utf16(rows("1,Änn,ann@x.org,", "2,李娜,li@x.org,1")), 2],
      ["UTF-8 with a byte order mark", `\uFEFF${rows("1,Änn,ann@x.org,", "2,李娜,li@x.org,1")}`, 2],
      ["a chain of 10,000 managers", chain(10_000), 10_000],
      [
        "__proto__ and its friends as ids",
        rows(
          "__proto__,Ann,ann@x.org,",
          "constructor,Bob,bob@x.org,__proto__",
          "toString,Cy,cy@x.org,constructor",
        ),
        3,
      ],
    ]
    test.each(read)("%s", async (_what, bytes, people) => {
      expect(await send(bytes)).toMatchObject({ status: 200, json: { people } })
      const list = (await stored()).people
      expect(list).toHaveLength(people)
      expect(list.filter(({ layer }) => layer === 0)).toEqual([])
      expect(({} as { Ann?: string }).Ann).toBeUndefined()
    })

    test("formulas are kept as the text they are, and none runs in what the page hands out", async () => {
      const formula = '=HYPERLINK("http://evil.example","x")'
      const answer = await send(rows("1,Ann,ann@x.org,", `2,"${formula.replaceAll('"', '""')}",bob@x.org,1`))
      // Refused by name, or stored as plain text: never anything else.
      if (answer.status === 200)
        expect((await stored()).people.some(({ name }) => name.includes("HYPERLINK"))).toBe(true)
      else
        expect(answer).toMatchObject({
          status: 422,
          json: { issues: expect.arrayContaining([expect.objectContaining({ code: "formula" })]) },
        })
    })
  })

  test("the server answers others while a file is being read", async () => {
    let done = false
    const importing = send(chain(20_000)).finally(() => {
      done = true
    })
    let answered = 0
    let longest = 0
    while (!done) {
      const asked = performance.now()
      expect((await api.app.request("/api/health")).status).toBe(200)
      longest = Math.max(longest, performance.now() - asked)
      answered += 1
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect((await importing).status).toBe(200)
    expect(answered).toBeGreaterThan(5)
    // The database may work in this thread for a moment; the file is read in another.
    expect(longest).toBeLessThan(5_000)
  })

  test("what takes too long or too much memory is ended, and nothing is stored", async () => {
    const before = await stored()
    const given = {
      bytes: new TextEncoder().encode(chain(60_000)),
      ...{ fileName: "x.csv", columns: undefined, repairs: [], today: "2026-11-22", stored: [] },
    }
    const ended = (detail: RegExp) =>
      expect.objectContaining({
        code: "people.unreadable",
        status: 422,
        detail: expect.stringMatching(detail),
      })
    await expect(inWorker("plan", given, { seconds: 0.1, megabytes: 256 })).rejects.toEqual(ended(/seconds/))
    await expect(inWorker("plan", given, { seconds: 60, megabytes: 24 })).rejects.toEqual(ended(/memory/))
    // It is the bounds that end it: with room and time the same file is read.
    const plan = await inWorker("plan", given, { seconds: 60, megabytes: 512 })
    expect(plan).toMatchObject({ read: { people: 60_000 } })
    expect(await stored()).toEqual(before)
  }, 90_000)

  test("more files at once than can wait are told to come again", async () => {
    const upload = { fileName: "people.csv", bytes: rows("1,Ann,ann@x.org,") }
    const answers = await Promise.allSettled(
      Array.from({ length: 30 }, () => importPeople(api.deps, hr.organizationId, upload, null)),
    )
    const reasons = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []))
    expect(reasons).toContain("server.busy")
    expect(new Set(reasons)).toEqual(new Set(["server.busy", "people.changed"]))
    expect(answers.some(({ status }) => status === "fulfilled")).toBe(true)
  }, 90_000)
})
