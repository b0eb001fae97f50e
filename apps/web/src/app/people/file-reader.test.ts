import { localDay, type Repair } from "@throughline/org"
import { describe, expect, test } from "vitest"
import { createFileReader, type Told } from "./file-reader.ts"
import { marksOf } from "./marks.ts"

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf8 = (text: string) => new TextEncoder().encode(text)
const HEADER = "id;name;email;title;manager id;status\n"
const people = `${HEADER}1;Ada Berg;ada@example.com;CEO;;active\n2;Zo\u00eb Lund;zoe@example.com;;1;active\n`
/** A loop, two tops, an absent manager, one id twice, a leaver with reports; semicolons, Latin-1. */
const dirty = latin1(
  `${HEADER}1;Ada Berg;ada@example.com;Chief Executive;;active
2;Zo\u00eb Lund;zoe@example.com;Director;1;active
3;Ben Kay;ben@example.com;Lead;4;active
4;Cy Moss;cy@example.com;Lead;3;active
5;Di Roth;di@example.com;Adviser;;active
6;Eva Nye;eva@example.com;Clerk;99;active
7;Flo Orr;flo@example.com;Clerk;2;active
7;Flo Orr;flo.orr@example.com;Clerk;2;active
8;Gus Pym;gus@example.com;Lead;2;terminated
9;Hal Quist;hal@example.com;Clerk;8;active
`,
)

function opened(bytes: Uint8Array, fileName = "people.csv", stored: Told["checked"]["file"]["people"] = []) {
  const read = createFileReader(localDay(new Date()))
  const first = read({ do: "open", bytes, fileName, stored })
  return {
    first,
    check: (repairs: Repair[], columns?: Record<string, string>) => read({ do: "check", columns, repairs }),
    repairAll: (repairs: Repair[] = []) => read({ do: "repair", columns: undefined, repairs }),
  }
}

const errors = ({ checked }: Told) =>
  checked.file.issues.filter(({ severity }) => severity === "error").map(({ code }) => code)

test("a file that is not UTF-8 is read, and the preview says so, also after a column is corrected", () => {
  const { first, check } = opened(latin1(people))
  for (const { checked } of [first, check([], { title: "" })]) {
    expect([checked.file.people[1]?.name, checked.blocked]).toEqual(["Zo\u00eb Lund", false])
    expect(checked.file.issues).toMatchObject([{ code: "encoding", severity: "warning", row: null }])
  }
  expect(opened(utf8(people)).first.checked.file.issues).toEqual([])
})

test("whoever leaves in the future is still here", () => {
  const year = new Date().getFullYear()
  const text = (last: number) => `id,name,email,manager id,end date\n1,Ada,ada@example.com,,${last}-01-01\n`
  const active = (last: number) => opened(utf8(text(last))).first.checked.file.people[0]?.active
  expect([active(year + 2), active(year - 2)]).toEqual([true, false])
})

describe("a file with five kinds of dirt", () => {
  test("is blocked, and every error has a repair", () => {
    const { first } = opened(dirty)
    expect(first.checked.blocked).toBe(true)
    expect(new Set(errors(first))).toEqual(new Set(["loop", "manager-missing", "duplicate-id"]))
    const codes = first.checked.file.issues.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(["several-tops", "inactive"]))
    for (const { severity, proposals } of first.checked.file.issues)
      if (severity === "error") expect(proposals.length).toBeGreaterThan(0)
  })
  test("is mended click by click, each by its first button", () => {
    const { first, check } = opened(dirty)
    let told = first
    for (let click = 0; click < 12 && told.checked.blocked; click++) {
      const next = told.checked.file.issues.find(({ severity }) => severity === "error")?.proposals[0]
      expect(next).toBeDefined()
      if (next) told = check([...told.repairs, next.repair])
      expect(told.checked.file.repairs.at(-1)?.applies).toBe(true)
    }
    expect([told.checked.blocked, told.checked.unplaced]).toEqual([false, 0])
  })
  test("is mended in one click, and whoever got another place is marked in the org chart", () => {
    const { repairAll } = opened(dirty)
    const told = repairAll()
    expect([errors(told), told.checked.unplaced]).toEqual([[], 0])
    expect(told.repairs.length).toBeGreaterThan(2)
    const marks = marksOf(told.checked)
    const inLoop = told.checked.file.people.filter(({ id }) => id === "3" || id === "4")
    expect(inLoop.some(({ id }) => marks.get(id) === "mended")).toBe(true)
    expect(marks.has("2")).toBe(false)
  })
  test("stands as it was when everything is taken back", () => {
    const { first, repairAll, check } = opened(dirty)
    repairAll()
    expect(check([])).toEqual(first)
  })
})

test("the difference to who is stored is told, and nothing of it while nobody is", () => {
  const { first } = opened(utf8(people))
  expect(first.checked.difference).toBeNull()
  const changed = people.replace("2;Zo\u00eb", "3;Mia").replace("zoe@", "mia@").replace("Lund", "Holm")
  const { difference } = opened(utf8(changed), "people.csv", first.checked.file.people).first.checked
  expect(difference).toMatchObject({ joined: ["3"], left: ["2"], moved: [], unchanged: 1 })
})

test("what is no table is refused by name, and nothing can be repaired", () => {
  const { first, repairAll } = opened(latin1("\x89PNG\r\n\x1a\n...."), "people.png")
  expect(errors(first)).toEqual(["unsupported-file"])
  expect(repairAll().repairs).toEqual([])
})
