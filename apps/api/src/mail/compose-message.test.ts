import PostalMime from "postal-mime"
import { expect, test } from "vitest"
import { composeMessage } from "./compose-message.ts"

const message = (changes: Partial<Parameters<typeof composeMessage>[0]> = {}) =>
  composeMessage({
    from: { name: "HR", address: "hr@example.com" },
    to: { name: "Ann", address: "ann@example.com" },
    subject: "Hello",
    messageId: "<1@example.com>",
    date: new Date("2026-11-22T08:00:00Z"),
    headers: {},
    text: "Hello",
    html: "<p>Hello</p>",
    ...changes,
  })

test("subjects, names and texts in any script are read again as they were written", async () => {
  const long = "ما مدى وصول توجّهنا إليك؟ ".repeat(8).trim()
  const text = `ß ç ğ\n.\n..leading dots\ntrailing blank \n${"x".repeat(200)}=\n${long}\n😀\n`
  const raw = message({
    subject: `${long} 😀`,
    to: { name: 'Zoë "Z" O\\Neil', address: "zoë@müller.example" },
    text,
    html: `<p>${long}</p>`,
  })
  const read = await PostalMime.parse(raw)
  expect(read.subject).toBe(`${long} 😀`)
  expect(read.to).toEqual([{ name: 'Zoë "Z" O\\Neil', address: "zoë@xn--mller-kva.example" }])
  expect(read.text?.trimEnd()).toBe(text.trimEnd())
  expect(read.html?.trim()).toBe(`<p>${long}</p>`)
  expect(read.date).toBe("2026-11-22T08:00:00.000Z")
  for (const line of raw.toString().split("\r\n")) expect(line.length).toBeLessThanOrEqual(78)
})

test("no line break in a name, a subject or a header starts a header of its own", async () => {
  const evil = "x\r\nBcc: all@example.com\r\n\r\nbody\u2028\u0000"
  const raw = message({
    subject: evil,
    to: { name: evil, address: "ann@example.com\r\nBcc: b@example.com" },
    headers: { "List-Id": evil },
  })
  const read = await PostalMime.parse(raw)
  expect(read.bcc ?? []).toEqual([])
  expect(read.headers.map(({ key }) => key)).not.toContain("bcc")
  expect(raw.toString()).not.toMatch(/^Bcc/m)
})

test("an empty name leaves the address alone", () => {
  expect(message({ to: { name: "", address: "ann@example.com" } }).toString()).toContain(
    "To: ann@example.com\r\n",
  )
})
