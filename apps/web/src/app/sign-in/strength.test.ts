import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { DIFFERENT, LEAST, MOST, strengthOf } from "./strength.ts"

const about = ["Ida Berg", "ida.berg@acme.example", "Acme"]
const words = (password: string) => strengthOf(password, about).words

test("what the rules refuse says what is missing", () => {
  expect(strengthOf("", about)).toEqual({ allowed: false, words: "12 more characters." })
  expect(words("elevenchars")).toBe("One more character.")
  expect(strengthOf("abababababab", about).allowed).toBe(false)
  expect(strengthOf("x".repeat(129), about).allowed).toBe(false)
})

test("names, known words and runs count for little, several words for much", () => {
  for (const weak of [
    "passwordpassword1",
    "IdaBergAcme123",
    "123456789012",
    "abcdefghijkl",
    "qwertz123456",
  ]) {
    expect([weak, words(weak)]).toEqual([weak, expect.stringMatching(/^Weak/)])
    expect(strengthOf(weak, about).allowed).toBe(true)
  }
  expect(words("kettle-morning")).toBe("Fair. A few words more make it strong.")
  for (const strong of ["kettle morning ferry", "vR8#kd0!qPz7xWm2", "Grün-Teekanne-Oktober"]) {
    expect([strong, words(strong)]).toEqual([strong, "Strong."])
  }
})

test("the page and the server ask for the same", () => {
  const server = readFileSync(join(import.meta.dirname, "../../../../api/src/auth/password.ts"), "utf8")
  expect(/passwordRules = (\{[^}]*\})/.exec(server)?.[1]).toBe(
    `{ least: ${LEAST}, most: ${MOST}, different: ${DIFFERENT} }`,
  )
})
