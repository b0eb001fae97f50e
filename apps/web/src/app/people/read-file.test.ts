import { expect, test } from "vitest"
import { check, decode } from "./read-file.ts"

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const people = "id,name,email,manager id\n1,Ada,ada@example.com,\n2,Zo\u00eb,zoe@example.com,1\n"

test("a file that is not UTF-8 is read, and the preview says so, also after a column is corrected", async () => {
  const text = decode(bytes(people))
  for (const columns of [undefined, { title: "" }]) {
    const { file, blocked } = await check(text, columns)
    expect([file.people[1]?.name, blocked]).toEqual(["Zo\u00eb", false])
    expect(file.issues).toMatchObject([{ code: "encoding", severity: "warning", row: null }])
    expect(file.issues[0]?.message).toContain("read as Windows-1252")
  }
})

test("of a UTF-8 file nothing is said", async () => {
  const { file } = await check(decode(new TextEncoder().encode(people)))
  expect(file.issues).toEqual([])
})

test("whoever leaves in the future is still here", async () => {
  const year = new Date().getFullYear()
  const text = (last: number) => `id,name,email,manager id,end date\n1,Ada,ada@example.com,,${last}-01-01\n`
  expect((await check(text(year + 2))).file.people[0]?.active).toBe(true)
  expect((await check(text(year - 2))).file.people[0]?.active).toBe(false)
})
