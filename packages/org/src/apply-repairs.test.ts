import { describe, expect, test } from "vitest"
import { parsePeople } from "./parse-people.ts"
import type { IssueCode, PeopleFile } from "./person.ts"
import type { Repair } from "./repair.ts"
import type { StoredPerson } from "./stored-person.ts"

const HEADER = "id,name,email,manager id,title,department,status"
const file = (...rows: string[]) => [HEADER, ...rows].join("\n")
const managers = ({ people }: PeopleFile) =>
  Object.fromEntries(people.map((person) => [person.name, person.managerId]))
const codes = ({ issues }: PeopleFile) => issues.map(({ code }) => code)
const offers = (text: string, code: IssueCode, stored: StoredPerson[] = []) =>
  parsePeople(text, { stored }).issues.find((issue) => issue.code === code)?.proposals ?? []
const click = (text: string, code: IssueCode, choice = 0, stored: StoredPerson[] = []) => {
  const proposal = offers(text, code, stored)[choice]
  if (!proposal) throw new Error(`no proposal ${choice} for ${code}`)
  return { proposal, after: parsePeople(text, { repairs: [proposal.repair], stored }) }
}
const known = (id: string, managerId: string | null, name = `Name ${id}`): StoredPerson => ({
  ...{
    id,
    name,
    managerId,
    email: null,
    title: "",
    department: "",
    location: "",
    language: null,
    active: true,
  },
})

describe("one click", () => {
  test("on several tops: the one who leads most heads the others", () => {
    const text = file("1,Ada,a@x.de,,CEO,,", "2,Bo,b@x.de,1,,,", "3,Cy,c@x.de,1,,,", "4,Di,d@x.de,,,,")
    const { proposal, after } = click(text, "several-tops")
    expect(proposal).toMatchObject({
      repair: { kind: "top", row: 2 },
      label: "Ada heads the organization",
      effect: "Ada (row 2) stands at the top. The other person without a manager reports there.",
    })
    expect(managers(after)).toEqual({ Ada: null, Bo: "1", Cy: "1", Di: "1" })
    expect(codes(after)).toEqual([])
    expect(after.repairs[0]?.sentence).toBe(
      "Ada (row 2) heads the organization; 1 who had no manager now reports there.",
    )
  })

  test("on several tops of whom none leads most people: they lead together, or one of them does", () => {
    const text = file("1,Ada,a@x.de,,,,", "2,Bo,b@x.de,1,,,", "3,Cy,c@x.de,,,,", "4,Di,d@x.de,3,,,")
    const { proposal, after } = click(text, "several-tops")
    expect(proposal.label).toBe("They lead together")
    expect([codes(after), managers(after)]).toEqual([[], { Ada: null, Bo: "1", Cy: null, Di: "3" }])
    expect(managers(click(text, "several-tops", 2).after)).toMatchObject({ Ada: "3", Cy: null })
  })

  test("on a circle: the link above its likeliest leader is cut", () => {
    const text = file(
      ...[
        "1,Ada,a@x.de,,,,",
        "2,Bo,b@x.de,4,Clerk,,",
        "3,Cy,c@x.de,2,Director of Sales,,",
        "4,Di,d@x.de,3,,,",
      ],
      "5,Ed,e@x.de,4,,,",
    )
    const { proposal, after } = click(text, "loop")
    expect(proposal.effect).toBe(
      "Cy (row 4) reports to Ada (row 2). The link to Bo is cut: Cy has the highest title or the most people in this circle.",
    )
    expect(managers(after)).toEqual({ Ada: null, Bo: "4", Cy: "1", Di: "3", Ed: "4" })
    // Whom the last import knew elsewhere is the one whose cell went wrong.
    const stored = [known("1", null), known("2", "1"), known("3", "2"), known("4", "3")]
    expect(managers(click(text, "loop", 0, stored).after)).toMatchObject({ Bo: "1", Cy: "2", Di: "3" })
  })

  test("on a circle without any top: the likeliest leader becomes the top", () => {
    const text = file("1,Ada,a@x.de,2,Managing Director,,", "2,Bo,b@x.de,1,,,")
    expect(managers(click(text, "loop").after)).toEqual({ Ada: null, Bo: "1" })
  })

  test("on somebody who is the own manager: reports to the head, or is it", () => {
    const text = file("1,Ada,a@x.de,,,,", "2,Bo,b@x.de,2,,,", "3,Cy,c@x.de,2,,,")
    expect(offers(text, "self-manager").map(({ label }) => label)).toEqual([
      "Bo reports to Ada",
      "Bo heads the organization",
    ])
    expect(managers(click(text, "self-manager").after)).toMatchObject({ Bo: "1", Cy: "2" })
    expect(managers(click(text, "self-manager", 1).after)).toMatchObject({ Ada: "2", Bo: null })
    const titled = text.replace("2,Bo,b@x.de,2,,", "2,Bo,b@x.de,2,CEO,")
    expect(offers(titled, "self-manager")[0]?.label).toBe("Bo heads the organization")
  })

  test("on an absent manager: a vacant post keeps the team together, whoever of it is repaired first", () => {
    const text = file("1,Ada,a@x.de,,,,", "2,Bo,b@x.de,Eva Long,,,", "3,Cy,c@x.de,Eva Long,,,")
    const { after, proposal } = click(text, "manager-missing")
    expect(proposal.effect).toBe(
      "A vacant post “Eva Long” is added below Ada (row 2); 2 people report there. Nobody is invited for it.",
    )
    expect(codes(after)).toEqual([])
    expect(after.people.at(-1)).toMatchObject({
      ...{ id: "vacant:Eva Long", name: "Eva Long", active: false, email: null, managerId: "1", row: -3 },
    })
    expect(managers(after)).toMatchObject({ Bo: "vacant:Eva Long", Cy: "vacant:Eva Long" })
    expect(managers(click(text, "manager-missing", 1).after)).toMatchObject({ Bo: "1", Cy: "1" })
    const [, second] = parsePeople(text).issues.filter(({ code }) => code === "manager-missing")
    const one = parsePeople(text, { repairs: [second?.proposals[0]?.repair as Repair] })
    expect([managers(one), codes(one)]).toMatchObject([{ Cy: "vacant:Eva Long" }, ["manager-missing"]])
  })

  test("on an absent manager whom the last import knows: reports to the nearest manager above who is still here", () => {
    const text = file("1,Ada,a@x.de,,,,", "2,Bo,b@x.de,9,,,", "3,Cy,c@x.de,1,,,")
    const stored = [known("1", null), known("3", "1"), known("8", "3", "Max"), known("9", "8", "Eva")]
    const { proposal, after } = click(text, "manager-missing", 0, stored)
    expect(proposal.repair).toMatchObject({ kind: "stored-manager", name: "9", rows: [3], manager: 4 })
    expect(managers(after)).toMatchObject({ Bo: "3" })
    expect(after.repairs[0]?.sentence).toBe(
      "Bo (row 3) now reports to Cy (row 4), the manager of “9” in the last import.",
    )
    // Not below the own people.
    const turned = [known("1", null), known("3", "1"), known("9", "3")]
    const below = file("1,Ada,a@x.de,,,,", "2,Bo,b@x.de,9,,,", "3,Cy,c@x.de,2,,,")
    expect(offers(below, "manager-missing", turned)[0]?.repair.kind).toBe("placeholder")
  })

  test("on a board: whoever it appoints is the top, the others report there", () => {
    const text = file(
      "1,Ada,a@x.de,Board of Directors,CEO,,",
      "2,Bo,b@x.de,Board of Directors,CFO,,",
      "3,Cy,c@x.de,2,,,",
    )
    const { after } = click(text, "manager-missing")
    expect([managers(after), codes(after)]).toEqual([{ Ada: null, Bo: "1", Cy: "2" }, []])
    expect(managers(click(text, "no-top").after)).toEqual(managers(after))
  })

  test("on namesakes: the one of the own department is offered first, with title, department and row", () => {
    const text = file(
      ...["1,Ada,a@x.de,,,,", "2,Jo Doe,j@x.de,1,Clerk,Sales,", "3,Jo Doe,k@x.de,1,Director,IT,"],
      "4,Cy,c@x.de,Jo Doe,,IT,",
    ).replace("manager id", "manager")
    expect(offers(text, "manager-ambiguous").map(({ label }) => label)).toEqual([
      "Jo Doe, Director, IT, row 4",
      "Jo Doe, Clerk, Sales, row 3",
    ])
    expect(managers(click(text, "manager-ambiguous").after)).toMatchObject({ Cy: "3" })
    expect(
      managers(click(text, "manager-ambiguous", 0, [known("2", "1"), known("4", "2")]).after),
    ).toMatchObject({
      Cy: "2",
    })
  })

  test("on a double: the worse row goes and its people stay with the better one", () => {
    const text = file("1,Ada,a@x.de,,,,", "2,'Eliminated',,1,,,", "2,Bo,b@x.de,1,,,", "3,Cy,c@x.de,2,,,")
    const { after } = click(text, "duplicate-id")
    expect([managers(after), codes(after)]).toEqual([{ Ada: null, Bo: "1", Cy: "2" }, []])
    // The better one may go instead: the people stay with whoever has the id then.
    expect(managers(click(text, "duplicate-id", 1).after)).toMatchObject({ Cy: "2" })
  })

  test("on two people with one mailbox as their key: both stay, nobody is sent a link there", () => {
    const text = ["email,name,manager email", "a@x.de,Ada,", "o@x.de,Bo,a@x.de", "o@x.de,Cy,a@x.de"].join(
      "\n",
    )
    const { proposal, after } = click(text, "duplicate-email")
    expect(proposal.label).toBe("Keep both as two people")
    expect(after.people.map(({ id, email }) => [id, email])).toEqual([
      ["a@x.de", "a@x.de"],
      ["o@x.de", null],
      ["o@x.de#cy", null],
    ])
    expect(after.issues.filter(({ severity }) => severity === "error")).toEqual([])
  })

  test("on leavers and vacant posts: they go, their people move up, through as many as went", () => {
    const text = file(
      ...[
        "1,Ada,a@x.de,,,,",
        "2,Bo,b@x.de,1,,,left",
        "3,Vacant,,2,Head,,",
        "4,Cy,c@x.de,3,,,",
        "5,Di,d@x.de,2,,,",
      ],
    )
    const { proposal, after } = click(text, "inactive")
    expect(proposal.effect).toBe("Bo (row 3) is not imported; 2 people report to Ada (row 2) instead.")
    expect(managers(after)).toEqual({ Ada: null, Head: "1", Cy: "3", Di: "1" })
    const both = [proposal.repair, offers(text, "vacant")[0]?.repair as Repair]
    expect(managers(parsePeople(text, { repairs: both }))).toEqual({ Ada: null, Cy: "1", Di: "1" })
    expect(codes(parsePeople(text, { repairs: both }))).toEqual([])
    expect(codes(click(text, "vacant", 1).after)).toEqual(["inactive"])
  })

  test("on a row that cannot be read: it is left out, or taken as it was read", () => {
    const text = file("1,Ada,a@x.de,,,,", "2,Bo,b@x.de,1,Clerk, second floor,Sales,x", "3,Cy,c@x.de,1,,,")
    expect(managers(click(text, "unreadable-row").after)).toEqual({ Ada: null, Cy: "1" })
    expect(managers(click(text, "unreadable-row", 1).after)).toEqual({ Ada: null, Bo: "1", Cy: "1" })
    // Nothing is lost by a stray quotation mark when the cells are as many as there should be.
    const stray = text.replace("Clerk, second floor,Sales,x", '"Clerk,Sales,')
    expect(offers(stray, "unreadable-row")[0]).toMatchObject({
      label: "Take it as it was read",
      effect: "It is taken as Bo (Clerk, Sales), reports to Ada.",
    })
    expect(codes(click(stray, "unreadable-row").after)).toEqual([])
  })

  test("on many warnings of a kind settles them all", () => {
    const text = file("1,Ada,,,,,", "2,Bo,,1,,,", "5,Ed,e@x.de,1,,,", "3,Cy,,1,,,left", "4,Di,,1,,,left")
    const all = offers(text, "no-email").find((proposal) => proposal.all)
    const leavers = offers(text, "inactive").find((proposal) => proposal.all)
    expect([all?.label, leavers?.label]).toEqual(["Leave all 2 as they are", "Leave all 2 who have left out"])
    const after = parsePeople(text, { repairs: [all?.repair as Repair, leavers?.repair as Repair] })
    expect([codes(after), after.people.length]).toEqual([[], 3])
  })
})

describe("a repair that no longer applies says so and changes nothing", () => {
  const text = file("1,Ada,a@x.de,,,,", "2,Bo,b@x.de,1,,,left", "3,Cy,c@x.de,1,,,")
  const stale = (repair: Repair, other = text) => {
    const after = parsePeople(other, { repairs: [repair] })
    expect(after.repairs).toEqual([
      {
        ...{ repair, applies: false },
        sentence: "The file no longer holds the rows this was made for; nothing was changed.",
      },
    ])
    expect(after.people).toEqual(parsePeople(other).people)
    expect(after.issues).toEqual(parsePeople(other).issues)
  }

  test("because rows are gone, or hold somebody else", () => {
    const { repair } = offers(text, "inactive")[0] as { repair: Repair }
    stale(repair, file("1,Ada,a@x.de,,,,"))
    stale(repair, file("1,Ada,a@x.de,,,,", "7,Max,m@x.de,1,,,", "2,Bo,b@x.de,1,,,left"))
    for (const made of [
      { kind: "top", row: 99 },
      { kind: "set-manager", rows: [3], manager: 99 },
      { kind: "drop", rows: [3, 99] },
      { kind: "placeholder", name: "X", rows: [99], manager: null },
      { kind: "placeholder", name: "X", rows: [3], manager: 99 },
      { kind: "keep", code: "inactive", rows: [99] },
    ] satisfies Repair[])
      stale(made)
  })

  test("and still applies when the person changed in anything but key, address and name", () => {
    const { repair } = offers(text, "inactive")[0] as { repair: Repair }
    const other = text.replace("b@x.de,1,,,left", "b@x.de,3,Clerk,Sales,left")
    expect(parsePeople(other, { repairs: [repair] }).repairs).toMatchObject([{ applies: true }])
  })

  test("a top who is left out is none", () => {
    const repairs: Repair[] = [
      { kind: "top", row: 3 },
      { kind: "drop", rows: [3] },
    ]
    const after = parsePeople(text, { repairs })
    expect(after.repairs.map(({ applies }) => applies)).toEqual([false, true])
    expect(managers(after)).toEqual({ Ada: null, Cy: "1" })
  })
})

test("of two clicks that name another manager for one row the later counts; a manager cell can be emptied", () => {
  const text = file("1,Ada,a@x.de,,,,", "2,Bo,b@x.de,1,,,", "3,Cy,c@x.de,1,,,")
  const under = (manager: number | null): Repair => ({ kind: "set-manager", rows: [4], manager })
  expect(managers(parsePeople(text, { repairs: [under(null), under(3)] }))).toMatchObject({ Cy: "2" })
  expect(managers(parsePeople(text, { repairs: [under(3), under(null)] }))).toMatchObject({ Cy: null })
})

test("dropping everybody is refused by name", () => {
  const after = parsePeople(file("1,Ada,a@x.de,,,,"), { repairs: [{ kind: "drop", rows: [2] }] })
  expect(after.issues).toMatchObject([{ code: "empty-file", severity: "error" }])
})
