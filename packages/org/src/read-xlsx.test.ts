import { strToU8, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import writeExcelFile, { type SheetData } from "write-excel-file/node"
import { parsePeople } from "./parse-people.ts"
import { readPeopleFile } from "./read-people-file.ts"
import { oddXlsx, sheetOf } from "./testing-xlsx.ts"

const HEADER = ["Employee ID", "Name", "Email", "Manager ID", "Job Title"]
const ADA = ["1", "Ada Head", "ada@example.com", "", "CEO"]
const BO = ["2", "Bo Two", "bo@example.com", "1", "Clerk"]

const textOf = (bytes: Uint8Array) => {
  const read = readPeopleFile(bytes, "people.xlsx")
  return "text" in read ? read.text : read.issues[0]?.message
}
const codeOf = (bytes: Uint8Array) => {
  const read = readPeopleFile(bytes, "people.xlsx")
  return "issues" in read ? read.issues.map(({ code }) => code) : []
}
const written = async (data: SheetData) => new Uint8Array(await writeExcelFile(data).toBuffer())

describe("an Excel file", () => {
  test("is read like the CSV it could have been: texts, numbers, truths, dates", async () => {
    const bytes = await written([
      [...HEADER, "Active", "Last Day"],
      [1, "Ada Head", "ada@example.com", null, "CEO", true, null],
      [2, 'Two, Bo "B"', "bo@example.com", 1, "Clerk; nights", false, new Date(Date.UTC(2026, 4, 31))].map(
        (value) => (value instanceof Date ? { value, type: Date, format: "dd/mm/yyyy" } : value),
      ),
    ])
    expect(textOf(bytes)).toBe(
      [
        "Employee ID,Name,Email,Manager ID,Job Title,Active,Last Day",
        "1,Ada Head,ada@example.com,,CEO,TRUE,",
        '2,"Two, Bo ""B""",bo@example.com,1,"Clerk; nights",FALSE,2026-05-31',
      ].join("\n"),
    )
    const { people, issues } = parsePeople(textOf(bytes) ?? "")
    expect(people.map(({ name, managerId, active, row }) => [name, managerId, active, row])).toEqual([
      ["Ada Head", null, true, 2],
      ['Bo "B Two', "1", false, 3],
    ])
    expect(issues.map(({ code }) => code)).toEqual(["inactive"])
  })

  test("keeps the numbers of its rows, blank rows and title rows above the header included", () => {
    const sheet = `<sheetData><row r="2"><c r="A2" t="inlineStr"><is><t>Staff of Example Ltd, 2026</t></is></c></row>
      ${["4", "5", "9"].map((number, at) => `<row r="${number}">${(at === 0 ? HEADER : at === 1 ? ADA : BO).map((text, column) => `<c r="${"ABCDE"[column]}${number}" t="str"><v>${text}</v></c>`).join("")}</row>`).join("")}</sheetData>`
    const { people, headers } = parsePeople(textOf(oddXlsx({ sheets: { Staff: sheet } })) ?? "")
    expect(headers).toEqual(HEADER)
    expect(people.map(({ row }) => row)).toEqual([5, 9])
  })

  test("may share strings, with fonts within them and reading aids, and omit references", () => {
    const strings =
      '<si><t>Name</t></si><si><r><t>Ada </t></r><r><rPr><b/></rPr><t xml:space="preserve">Head</t></r><rPh><t>aid</t></rPh></si><si><t>a_x000D_&amp;b</t></si>'
    const sheet = `<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>2</v></c></row><row><c t="s"><v>1</v></c></row></sheetData>`
    expect(textOf(oddXlsx({ sheets: { A: sheet }, strings }))).toBe('Name,"a\r&b"\nAda Head,')
  })

  test("what no database keeps is a lost letter, not half of one", () => {
    const sheet = `<sheetData><row><c t="str"><v>a_x0000_</v></c><c t="str"><v>b_xD83D_</v></c><c t="str"><v>_xD83D__xDE00_</v></c></row></sheetData>`
    expect(textOf(oddXlsx({ sheets: { A: sheet } }))).toBe("a\uFFFD,b\uFFFD,\u{1F600}")
  })

  test("says what its numbers are: dates by style, in both calendars, ids with zeros in front, results of formulas", () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="[$-407]d. mmmm yyyy;@"/><numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="0 &quot;days&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>`
    const sheet = `<sheetData><row><c s="1"><v>45292</v></c><c s="2"><v>45292.75</v></c><c s="3"><v>42</v></c><c s="4"><v>7</v></c>
      <c><v>1.0023E4</v></c><c><v>0.30000000000000004</v></c><c t="str"><f>A1&amp;"x"</f><v>=1+1</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c s="1"><v>1</v></c></row></sheetData>`
    const line = (from1904: boolean) => textOf(oddXlsx({ sheets: { A: sheet }, styles, from1904 }))
    expect(line(false)).toBe("2024-01-01,2024-01-01,00042,7,10023,0.3,=1+1,TRUE,#N/A,1900-01-01")
    expect(line(true)).toBe("2028-01-02,2028-01-02,00042,7,10023,0.3,=1+1,TRUE,#N/A,1904-01-02")
  })

  test("of several sheets shows the first in sight that holds people, and says which", () => {
    const people = sheetOf([HEADER, ADA, BO])
    const sheets = {
      Notes: sheetOf([["Read me first"]]),
      Old: people,
      People: people.replace("Bo Two", "Bea Two"),
    }
    const read = readPeopleFile(oddXlsx({ sheets, hidden: ["Old"] }), "people.xlsx")
    expect(read).toMatchObject({ sheet: "People", note: null })
    expect("text" in read && read.text).toContain("Bea Two")
    expect(readPeopleFile(oddXlsx({ sheets: { A: people, B: "<sheetData/>" } }), "x.xlsx")).toMatchObject({
      sheet: null,
    })
    // Where no sheet has headers known here the first filled one is shown, to choose columns by hand.
    expect(textOf(oddXlsx({ sheets: { A: "<sheetData/>", B: sheetOf([["wer", "chef von"]]) } }))).toBe(
      "wer,chef von",
    )
  })

  test("of Strict Open XML and with prefixed names is read too", () => {
    const sheet = `<x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Name</x:t></x:is></x:c></x:row></x:sheetData>`
    expect(textOf(oddXlsx({ sheets: { A: sheet } }))).toBe("Name")
  })

  test("with 20,000 rows is read, with more it is refused by name", () => {
    const rows = (count: number) =>
      oddXlsx({ sheets: { A: sheetOf([HEADER, ...Array(count - 1).fill(BO)]) } })
    expect(textOf(rows(20_000))?.split("\n")).toHaveLength(20_000)
    expect(codeOf(rows(20_001))).toEqual(["too-large"])
    expect(textOf(rows(20_001))).toContain("more than 20,000 rows")
  })

  test("with more columns than anybody needs is refused by name, with one stray cell it is not", () => {
    const wide = Array.from({ length: 1000 }, (_, at) => `Column ${at}`)
    expect(parsePeople(textOf(oddXlsx({ sheets: { A: sheetOf([wide, wide]) } })) ?? "").issues).toMatchObject(
      [{ code: "too-large", severity: "error" }],
    )
    const stray = sheetOf([HEADER, ADA]).replace(
      "</row></sheetData>",
      '<c r="XFD2"><v>1</v></c></row></sheetData>',
    )
    const { issues, people } = parsePeople(textOf(oddXlsx({ sheets: { A: stray } })) ?? "")
    expect([people.length, issues.map(({ code }) => code)]).toEqual([1, ["unreadable-row"]])
  })
})

describe("a poisoned Excel file is refused by name", () => {
  /** A directory that says of each entry what `change` makes of it. */
  const lying = (bytes: Uint8Array, change: (size: number) => number) => {
    const copy = bytes.slice()
    const view = new DataView(copy.buffer)
    for (let at = 0; at < copy.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50)
        view.setUint32(at + 24, change(view.getUint32(at + 24, true)), true)
    return copy
  }
  const book = oddXlsx({ sheets: { A: sheetOf([HEADER, ADA, BO]) } })

  test("when it says that it unpacks to more than a sheet has", () => {
    expect(codeOf(lying(book, () => 0xfffffff0))).toEqual(["too-large"])
  })

  test("when it unpacks to more than it says", () => {
    expect(textOf(lying(book, (size) => size))).toContain("Ada Head")
    expect(codeOf(lying(book, (size) => size - 1))).toEqual(["too-large"])
  })

  test("when a small file unpacks to more than memory has", () => {
    const bomb = oddXlsx({ sheets: { A: `<sheetData>${" ".repeat(200_000_000)}</sheetData>` } })
    expect(bomb.length).toBeLessThan(1_000_000)
    const before = process.memoryUsage().rss
    expect(codeOf(bomb)).toEqual(["too-large"])
    expect(codeOf(lying(bomb, () => 100_000_000))).toEqual(["too-large"])
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  })

  test("when its shared strings are more text than people have", () => {
    const strings = `<si><t>${"x".repeat(30_000)}</t></si>`.repeat(1_500)
    expect(codeOf(oddXlsx({ sheets: { A: sheetOf([HEADER]) }, strings }))).toEqual(["too-large"])
  })

  test("when it defines entities, of its own or from elsewhere", () => {
    for (const doctype of [
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
      '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    ]) {
      const sheet = `<?xml version="1.0"?>${doctype}<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`
      const bytes = oddXlsx({ sheets: { A: "" } }, { "xl/worksheets/sheet1.xml": sheet })
      expect(textOf(bytes)).toContain("document type declaration")
      expect(codeOf(bytes)).toEqual(["unsupported-file"])
    }
  })

  test("when its XML nests deeper than any sheet, or one element has thousands of attributes", () => {
    const before = performance.now()
    const attributes = Array.from({ length: 500_000 }, (_, at) => `a${at}="1"`).join(" ")
    expect(textOf(oddXlsx({ sheets: { A: `<a ${attributes}/>` } }))).toContain("damaged")
    expect(textOf(oddXlsx({ sheets: { A: "<a>".repeat(5_000_000) } }))).toContain("damaged")
    expect(performance.now() - before).toBeLessThan(20_000)
  })

  test("when it is cut off, or its XML is", () => {
    expect(textOf(book.slice(0, book.length - 30))).toContain("damaged")
    expect(textOf(book.slice(0, 200))).toContain("damaged")
    const torn = oddXlsx({ sheets: { A: "" } }, { "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>" })
    expect(textOf(torn)).toContain("damaged")
    const spoilt = book.slice()
    for (let at = 60; at < 120; at++) spoilt[at] = 0xff
    expect(codeOf(spoilt)).toEqual(["unsupported-file"])
    expect(codeOf(oddXlsx({ sheets: { A: "<sheetData/>" } }))).toEqual(["empty-file"])
  })

  test("when it is something else in a ZIP", () => {
    const other = (name: string) => textOf(zipSync({ [name]: strToU8("x") }))
    expect(other("content.xml")).toContain("OpenDocument file (.ods)")
    expect(other("xl/workbook.bin")).toContain(".xlsb")
    expect(other("word/document.xml")).toContain("Word document")
    expect(other("Index/Document.iwa")).toContain("Apple Numbers")
    expect(other("people.csv")).toContain("compressed folder")
  })

  test("and whatever its bytes are, it is never more than refused", () => {
    let state = 7
    const random = () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return state / 2 ** 32
    }
    for (let round = 0; round < 300; round++) {
      const bytes = book.slice(0, random() < 0.3 ? Math.floor(random() * book.length) : book.length)
      for (let change = 0; change < 5; change++)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
      const read = readPeopleFile(bytes, "x.xlsx")
      if ("text" in read) parsePeople(read.text)
      else expect(read.issues[0]?.severity).toBe("error")
    }
  })
})
