import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { checkPeople } from "./check-people.ts"
import { parsePeople } from "./parse-people.ts"
import { isBlocked } from "./person.ts"

const file = (...lines: string[]) => lines.join("\n")
const codes = (text: string) =>
  parsePeople(text).issues.map((issue) => `${issue.row ?? "file"} ${issue.code}`)
const managers = (text: string) =>
  Object.fromEntries(parsePeople(text).people.map((person) => [person.name, person.managerId]))

describe("reading a people file", () => {
  test("comma, semicolon and tab, byte order mark, carriage returns and Excel's sep line are all the same file", () => {
    const plain = file("id,name,email,manager id", "1,Ada Head,ada@example.com,", "2,Bo Two,bo@example.com,1")
    const expected = parsePeople(plain)
    expect(expected.people).toHaveLength(2)
    expect(expected.issues).toEqual([])
    for (const other of [
      plain.replaceAll(",", ";"),
      plain.replaceAll(",", "\t"),
      `\uFEFF${plain}`,
      plain.replaceAll("\n", "\r\n"),
      plain.replace("\n2", "\r\n\n2").replace("\n\n", "\n"),
    ])
      expect(parsePeople(other)).toEqual(expected)
    const excel = parsePeople(`sep=;\n${plain.replaceAll(",", ";")}`)
    expect(excel.people.map(({ id, row }) => [id, row])).toEqual([
      ["1", 3],
      ["2", 4],
    ])
  })

  test("rows are numbered as a spreadsheet numbers them, blank rows and line breaks in a cell included", () => {
    const text = file(
      "name,email,manager email",
      "",
      '"Ada\nHead",ada@example.com,',
      "Bo Two,bo@example.com,cy@example.com",
    )
    expect(parsePeople(text).people.map(({ name, row }) => [name, row])).toEqual([
      ["Ada Head", 3],
      ["Bo Two", 4],
    ])
    expect(codes(text)).toEqual(["4 manager-missing"])
  })

  test("the manager is found by id, mail or name, whichever the cell holds", () => {
    const text = file(
      "Employee ID,Name,Email,Reports to",
      "007,Ada Head,ada@example.com,",
      "8,Bo Two,bo@example.com,7",
      "9,Cy Three,cy@example.com,ADA@example.com",
      "10,Di Four,di@example.com,Ada Head (007)",
      '11,Ed Five,ed@example.com,"Head,  Ada"',
    )
    expect(codes(text)).toEqual([])
    expect(managers(text)).toEqual({
      "Ada Head": null,
      "Bo Two": "007",
      "Cy Three": "007",
      "Di Four": "007",
      "Ed Five": "007",
    })
  })

  test("a manager's name is found in either order, with double blanks and an initial with or without a dot", () => {
    const text = file(
      "Employee_Name,ManagerName",
      '"LeBlanc, Brandon  R ",',
      '"Adinolfi, Wilson  K",Brandon R. LeBlanc',
      '"Sarah  Jane Smith",Brandon LeBlanc',
      "Bo Two,LeBlanc Brandon R",
      "Cy Three,Sarah Smith",
    )
    expect(parsePeople(text).issues.filter((issue) => issue.severity === "error")).toEqual([])
    const [head, , sarah] = parsePeople(text).people
    expect(managers(text)).toMatchObject({
      "Wilson K Adinolfi": head?.id,
      "Sarah Jane Smith": head?.id,
      "Bo Two": head?.id,
      "Cy Three": sarah?.id,
    })
  })

  test("namesakes are reported with their rows, unless all but one have left", () => {
    const rows = ["1,Ada Head,,", "2,Jo Doe,Ada Head,", "3,Jo Doe,Ada Head,", "4,Cy Three,Jo Doe,"]
    const text = (status: string) =>
      file("id,name,manager,status", ...rows).replace("3,Jo Doe,Ada Head,", `3,Jo Doe,Ada Head,${status}`)
    const [issue] = parsePeople(text("")).issues.filter((each) => each.code === "manager-ambiguous")
    expect(issue).toMatchObject({ severity: "error", row: 5, field: "manager" })
    expect(issue?.message).toMatch(/Cy Three.*“Jo Doe”.*rows 3, 4/)
    expect(parsePeople(text("terminated")).people.at(-1)?.managerId).toBe("2")
  })

  test("a manager named without the middle initial is ambiguous only among those who are still there", () => {
    const text = (status: string) =>
      file("id,name,manager,status", "1,Jo A. Doe,,", `2,Jo B. Doe,Jo A. Doe,${status}`, "3,Cy Three,Jo Doe,")
    expect(codes(text(""))).toContain("4 manager-ambiguous")
    expect(managers(text("left"))).toMatchObject({ "Cy Three": "1" })
  })

  test("a manager number that is no employee number is not believed", () => {
    const text = file(
      "EmpID,Name,ManagerID,ManagerName",
      "10,Ada Head,,",
      "11,Bo Two,4,Ada Head",
      "12,Cy Three,10,Bo Two",
    )
    // One in two manager numbers leads to somebody, every name does.
    expect(
      managers(
        file(
          "EmpID,Name,ManagerID,ManagerName",
          "10,Ada Head,,",
          "11,Bo Two,4,Ada Head",
          "12,Cy Three,5,Bo Two",
        ),
      ),
    ).toEqual({
      "Ada Head": null,
      "Bo Two": "10",
      "Cy Three": "11",
    })
    expect(managers(text)).toMatchObject({ "Bo Two": "10" })
  })

  test("a manager column that is not believed is said to be ignored, unless it was chosen by hand", () => {
    const text = file(
      "EmpID,Name,ManagerID,ManagerName",
      ...["10,Ada Head,22,", "11,Bo Two,4,Ada Head", "12,Cy Three,5,Bo Two"],
    )
    const { columns, issues } = parsePeople(text)
    expect(columns).toEqual({ employeeId: "EmpID", name: "Name", managerName: "ManagerName" })
    const ignored = issues.filter((issue) => issue.code === "ignored-column")
    expect(ignored).toMatchObject([{ severity: "warning", row: null, field: "managerId" }])
    expect(ignored[0]?.message).toBe("“ManagerID” matches nobody in the file; “ManagerName” is used.")
    const chosen = parsePeople(text, { columns: { managerId: "ManagerID" } })
    expect(chosen.columns.managerId).toBe("ManagerID")
    expect(chosen.issues.map((issue) => issue.code)).not.toContain("ignored-column")
  })

  test("a top marker counts as a blank manager cell, unless somebody has that id", () => {
    const text = file("Post Unique Reference,Name,Reports to Senior Post", "A1,Ada Head,XX", "A2,Bo Two,A1")
    expect(checkPeople(text)).toMatchObject({ roots: 1, layers: { "1": 1, "2": 1 }, unplaced: 0 })
    expect(
      managers(file("Post Unique Reference,Name,Reports to Senior Post", "XX,Ada Head,", "A2,Bo Two,XX")),
    ).toEqual({
      "Ada Head": null,
      "Bo Two": "XX",
    })
  })

  test("a shared mailbox never becomes the key where there is an id, and gets no links", () => {
    const text = file(
      "id,name,email,manager id",
      "1,Ada Head,office@example.com,",
      "2,Bo Two,office@example.com,1",
    )
    const parsed = parsePeople(text)
    expect(parsed.people.map(({ id, email }) => [id, email])).toEqual([
      ["1", null],
      ["2", null],
    ])
    expect(parsed.issues).toMatchObject([{ code: "duplicate-email", severity: "warning" }])
    expect(isBlocked(parsed)).toBe(false)
  })

  test("an id column that is empty in every row leaves the mail as the key", () => {
    const parsed = parsePeople(
      file(
        "Employee Id,name,email,manager email",
        ",Ada Head,Ada@Example.com,",
        ",Bo Two,bo@example.com,ada@example.com",
      ),
    )
    expect(parsed.columns.employeeId).toBeUndefined()
    expect(parsed.people.map((person) => person.id)).toEqual(["ada@example.com", "bo@example.com"])
  })

  test("columns chosen by hand are used", () => {
    const text = file("who,boss of", "Ada Head,", "Bo Two,Ada Head")
    expect(parsePeople(text).issues.map((issue) => issue.code)).toContain("missing-column")
    const chosen = parsePeople(text, { columns: { name: "who", manager: "boss of" } })
    expect(chosen.people[1]?.managerId).toBe(chosen.people[0]?.id)
    expect(isBlocked(chosen)).toBe(false)
  })
})

describe("what is wrong with a people file is named by row", () => {
  test("a loop once, with everybody on it; who hangs below is unplaced and not reported again", () => {
    const text = file(
      "id,name,email,manager id",
      "1,Ada,a@example.com,",
      "2,Bo,b@example.com,4",
      "3,Cy,c@example.com,2",
      "4,Di,d@example.com,3",
      "5,Ed,e@example.com,4",
    )
    expect(codes(text)).toEqual(["3 loop"])
    expect(parsePeople(text).issues[0]?.message).toContain(
      "Bo (row 3) → Di (row 5) → Cy (row 4) → Bo (row 3)",
    )
    expect(checkPeople(text)).toMatchObject({ people: 5, roots: 1, layers: { "1": 1 }, unplaced: 4 })
  })

  test("somebody who is their own manager, and the people below", () => {
    const text = file(
      "id,name,email,manager id",
      "1,Ada,a@example.com,",
      "2,Bo,b@example.com,2",
      "3,Cy,c@example.com,2",
    )
    expect(codes(text)).toEqual(["3 self-manager"])
    expect(checkPeople(text).unplaced).toBe(2)
  })

  test("an absent manager in each row that names one", () => {
    const text = file(
      "email,name,manager email",
      "a@example.com,Ada,",
      "b@example.com,Bo,x@example.com",
      "c@example.com,Cy,x@example.com",
      "d@example.com,Di,c@example.com",
    )
    expect(codes(text)).toEqual(["3 manager-missing", "4 manager-missing"])
    expect(parsePeople(text).issues[0]?.message).toBe(
      "Row 3 (Bo) reports to “x@example.com”, who is not in the file (2 rows name the same manager).",
    )
    expect(checkPeople(text)).toMatchObject({ roots: 1, unplaced: 3 })
    expect(parsePeople(text).people[1]?.managerId).toBe("?x@example.com")
  })

  test("of two rows with one id the filled post counts, not the abolished one that comes first", () => {
    const text = file(
      "id,name,title,manager id",
      "1,Ada,Head,",
      "2,'Eliminated',Director,1",
      "2,Bo,Director,1",
      "3,Cy,Clerk,2",
    )
    const parsed = parsePeople(text)
    expect(parsed.issues.filter((issue) => issue.severity === "error")).toMatchObject([
      { code: "duplicate-id", row: 3 },
    ])
    expect(parsed.people.find((person) => person.name === "Bo")?.id).toBe("2")
    expect(new Set(parsed.people.map((person) => person.id)).size).toBe(4)
    expect(checkPeople(text).layers).toEqual({ "1": 1, "2": 2, "3": 1 })
  })

  test("a doubled mail blocks where the mail is the key", () => {
    const parsed = parsePeople(
      file(
        "email,name,manager email",
        "a@example.com,Ada,",
        "b@example.com,Bo,a@example.com",
        "B@example.com,Bea,a@example.com",
      ),
    )
    expect(parsed.issues).toMatchObject([
      { code: "duplicate-email", severity: "error", row: 4, field: "email" },
    ])
  })

  test("leavers, vacancies, missing mails and several tops are told, and do not block", () => {
    const text = file(
      "id,name,email,manager id,status,termination date",
      "1,Ada,a@example.com,,Active,",
      "2,Bo,,,Active,",
      "3,Cy,,1,Terminated,",
      "4,Di,d@example.com,1,Active,1/31/2020",
      "5,Vacant,,1,,",
      "6,Ed,not a mail,5,Active,",
    )
    const parsed = parsePeople(text)
    expect(codes(text)).toEqual([
      "file several-tops",
      "3 no-email",
      "4 inactive",
      "5 inactive",
      "6 vacant",
      "7 no-email",
    ])
    expect(parsed.people.map((person) => person.active)).toEqual([true, true, false, false, false, true])
    expect(isBlocked(parsed)).toBe(false)
    expect(parsed.issues.find((issue) => issue.code === "vacant")?.message).toContain(
      "1 person still reports there",
    )
  })

  test("who leaves later is still here when the reader is told the day", () => {
    const text = file(
      "id,name,email,manager id,termination date",
      "1,Ada,a@example.com,,",
      "2,Bo,b@example.com,1,30/06/2026",
      "3,Cy,c@example.com,1,05/04/2026",
    )
    const active = (today?: string) => parsePeople(text, { today }).people.map((person) => person.active)
    expect(active()).toEqual([true, false, false])
    expect(active("2026-05-10")).toEqual([true, true, false])
    // The days come first in this column, so 05/04 is in April.
    expect(active("2026-04-10")).toEqual([true, true, false])
    expect(active("2026-04-04")).toEqual([true, true, true])
  })

  test("a body at the top is not taken for a person", () => {
    const text = file("name,manager name", "Ada Head,Board of Directors", "Bo Two,Ada Head")
    expect(checkPeople(text)).toMatchObject({ roots: 0, layers: {}, unplaced: 2 })
    expect(parsePeople(text).issues.find((issue) => issue.code === "manager-missing")?.repair).toContain(
      "not a person",
    )
    expect(codes(text)).toContain("file no-top")
  })

  test("rows that cannot be read are errors, rows with trailing blanks are not", () => {
    const text = file("id,name,manager id,note", "1,Ada,,", "2,Bo,1", "3,Cy,1,x,extra", "4,Di", "5,Ed,1,,,,")
    const errors = parsePeople(text).issues.filter((issue) => issue.code === "unreadable-row")
    expect(errors.map((issue) => issue.row)).toEqual([4, 5])
    expect(isBlocked(parsePeople(text))).toBe(true)
  })

  test("a quotation mark that is never closed, lost letters and bytes of a spreadsheet file are told", () => {
    expect(codes(file("id,name,manager id", '1,"Ada,', "2,Bo,1"))).toContain("2 unreadable-row")
    expect(codes(file("id,name,email,manager id", "1,J\uFFFDrg,j@example.com,"))).toContain(
      "2 unreadable-row",
    )
    expect(codes("PK\u0003\u0004\u0000\u0000")).toEqual(["file unreadable-row"])
    expect(codes("")).toEqual(["file empty-file"])
    expect(codes("id,name,manager id\n")).toEqual(["file empty-file"])
  })

  test("groups of posts are not people", () => {
    const text = file(
      "Unit,Reporting Senior Post,Grade,Number of Posts in FTE",
      "Office,49,G6,2.5",
      "Office,49,G7,1",
    )
    const parsed = parsePeople(text)
    expect(parsed.people).toEqual([])
    expect(parsed.issues).toMatchObject([{ code: "not-people", severity: "error" }])
    expect(parsed.issues[0]?.message).toContain("2 groups of posts, 3.5 posts")
  })

  test("a file without any id, address or name holds nobody", () => {
    const parsed = parsePeople(file("who,boss of", "Ada Head,", "Bo Two,Ada Head"))
    expect(parsed.people).toEqual([])
    expect(parsed.issues).toMatchObject([
      { code: "missing-column", severity: "error", field: "employeeId" },
      { code: "missing-column", severity: "error", field: "manager" },
    ])
    const yaml = parsePeople(file("p1:", "  name: Ada Head", "  role: CEO, Founder", "p2:", "  name: Bo Two"))
    expect(yaml.people).toEqual([])
    expect(yaml.issues).toMatchObject([{ code: "not-people", severity: "error", row: null }])
    expect(yaml.issues[0]?.message).toContain("“p1:”")
  })

  test("a file without a manager column is refused", () => {
    expect(parsePeople(file("name,email", "Ada,a@example.com")).issues).toMatchObject([
      { code: "missing-column", field: "manager" },
    ])
  })

  test("every error proposes a repair", () => {
    const text = file("id,name,manager id", "1,Ada,1", "2,Bo,9", "2,Cy,1", "4,Di,5", "5,Ed,4", "6,Ed,1,2,3")
    const errors = parsePeople(text).issues.filter((issue) => issue.severity === "error")
    expect(errors.length).toBeGreaterThanOrEqual(5)
    for (const issue of errors) expect(issue.repair).toMatch(/\w+ .+\.$/)
  })
})

test("no text whatsoever makes the reader throw, and ids are unique in all of them", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom("1", "2", "a@example.com", '"', "'", ";", "\r", "Ada, Bo", "XX", "\u0000"),
  )
  const table = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 })
  fc.assert(
    fc.property(table, (rows) => {
      const parsed = parsePeople(["id,email,name,manager", ...rows.map((row) => row.join(","))].join("\n"))
      expect(new Set(parsed.people.map((person) => person.id)).size).toBe(parsed.people.length)
      for (const person of parsed.people) expect(person.name).not.toBe("")
      const checked = checkPeople(["id,email,name,manager", ...rows.map((row) => row.join(","))].join("\n"))
      const placed = Object.values(checked.layers).reduce((sum, people) => sum + people, 0)
      expect(placed + checked.unplaced).toBe(checked.people)
    }),
  )
})
