import { describe, expect, test } from "vitest"
import { checkPeople } from "./check-people.ts"
import { parsePeople } from "./parse-people.ts"

const file = (...lines: string[]) => lines.join("\n")
const errors = (text: string) => parsePeople(text).issues.filter((issue) => issue.severity === "error")

describe("the column of the employee id", () => {
  const scim = (manager: string) =>
    file(
      `id,userName,externalId,displayName,${manager}`,
      "2819c223,ada@example.com,E7,Ada Head,",
      "902c246b,bo@example.com,E8,Bo Two,2819c223",
      "5d48a0a8,cy@example.com,E9,Cy Three,902C246B",
    )

  test("is the one that SCIM's managers are given by, though others are more telling", () => {
    const urn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
    for (const manager of [
      ...["manager.value", "enterprise.manager.value", "enterpriseUser.manager.value"],
      ...[`${urn}.manager.value`, `${urn}:manager.value`, "enterpriseUserManagerValue"],
    ]) {
      const parsed = parsePeople(scim(manager))
      expect(parsed.issues).toEqual([])
      expect(parsed.columns).toEqual({
        ...{ employeeId: "id", email: "userName", name: "displayName", managerId: manager },
      })
      expect(parsed.people.map(({ id, email, managerId }) => [id, email, managerId])).toEqual([
        ["2819c223", "ada@example.com", null],
        ["902c246b", "bo@example.com", "2819c223"],
        ["5d48a0a8", "cy@example.com", "902c246b"],
      ])
    }
  })

  test("stays the more telling one when a manager is absent, though row numbers meet that number by chance", () => {
    const text = file("id,Employee Number,Name,Manager ID", "1,4,Ada,", "2,5,Bo,4", "3,6,Cy,2", "4,7,Di,4")
    expect(parsePeople(text).columns.employeeId).toBe("Employee Number")
    expect(errors(text)).toMatchObject([{ code: "manager-missing", row: 4 }])
  })

  test("chosen by hand stays", () => {
    expect(
      parsePeople(scim("manager.value"), { columns: { employeeId: "externalId" } }).columns.employeeId,
    ).toBe("externalId")
  })
})

describe("ids that are addresses", () => {
  const viva = file(
    "PersonId,ManagerId,Organization",
    "Ada@Example.com,,Office",
    "bo@example.com,ada@example.com,Office",
  )
  test("are where the links go when there is no other address", () => {
    const parsed = parsePeople(viva)
    expect(parsed.people.map(({ email, managerId }) => [email, managerId])).toEqual([
      ["ada@example.com", null],
      ["bo@example.com", "Ada@Example.com"],
    ])
    expect(parsed.issues.map(({ code }) => code)).toEqual(["no-name"])
  })
  test("are none when there is one, or HR left it out", () => {
    const both = file("PersonId,Email,ManagerId", "a@example.com,ada@example.com,")
    expect(parsePeople(both).people[0]?.email).toBe("ada@example.com")
    expect(parsePeople(viva, { columns: { email: "" } }).people[0]?.email).toBeNull()
  })
})

describe("a column called Participant", () => {
  test("is the name when it holds names, pseudonyms with a number too", () => {
    expect(
      parsePeople(file("Participant,Manager", "Ada Head,", "Person 0042,Ada Head")).columns,
    ).toMatchObject({
      name: "Participant",
    })
  })
  test("is the address or the id when it holds those", () => {
    const mails = file("Participant,Manager", "ada@example.com,", "bo@example.com,ada@example.com")
    expect(checkPeople(mails)).toMatchObject({
      ...{ people: 2, roots: 1, unplaced: 0, columns: { email: "Participant", manager: "Manager" } },
    })
    const ids = file("Participant,PrimaryEmail,ManagerID", "P-7,ada@example.com,", "P-8,bo@example.com,P-7")
    expect(checkPeople(ids)).toMatchObject({
      ...{ people: 2, roots: 1, unplaced: 0 },
      columns: { employeeId: "Participant", email: "PrimaryEmail", managerId: "ManagerID" },
    })
    expect(checkPeople(ids).columns.name).toBeUndefined()
    const named = file("Participant,First Name,Last Name,Manager", "P-7,Ada,Head,", "P-8,Bo,Two,P-7")
    expect(parsePeople(named).people.map(({ name }) => name)).toEqual(["Ada Head", "Bo Two"])
  })
})
