import { createSealingKey, joinShares, splitKey } from "@throughline/ballot"
import { expect, test } from "vitest"
import { type ShareSheet, shareFile, sharesIn } from "./recovery-file.ts"

const sheet = (shares: readonly string[]): ShareSheet => ({
  organization: "Acme",
  survey: "Spring 2027",
  shares,
  made: "Sun, 22 Nov 2026, 14:03 (Berlin time)",
  page: "https://survey.example.com/surveys/s",
})

test("a share that left as a file is found in it again, and two of them make the key", async () => {
  const key = await createSealingKey()
  const shares = await splitKey("s", key)
  const files = shares.map((share) => shareFile(sheet([share])))
  expect(files.map(({ name }) => name)).toEqual([
    "spring-2027-recovery-share-1.txt",
    "spring-2027-recovery-share-2.txt",
    "spring-2027-recovery-share-3.txt",
  ])
  const [first = "", , third = ""] = files.map(({ text }) => sharesIn(text).join())
  expect([first, third]).toEqual([shares[0], shares[2]])
  expect(await joinShares("s", key.publicKey, [first, third])).toEqual(key)
})

test("a file says which survey it is of, that one share opens nothing, and to destroy it in the end", async () => {
  const [share = ""] = await splitKey("s", await createSealingKey())
  const { text } = shareFile(sheet([share]))
  for (const said of ["share 1 of 3", "Spring 2027 (Acme)", "One alone opens nothing", "destroy it"]) {
    expect(text).toContain(said)
  }
})

test("the one file of the demo holds all three and says that this is for trying", async () => {
  const shares = await splitKey("s", await createSealingKey())
  const { name, text } = shareFile(sheet(shares))
  expect(name).toBe("spring-2027-recovery-share-all.txt")
  expect(text).toContain("for trying only")
  expect(sharesIn(text)).toEqual([...shares])
})

test("a share broken over lines by a mail program, or with dashes it made longer, is one share", async () => {
  const [share = ""] = await splitKey("s", await createSealingKey())
  const broken = `> ${share.slice(0, 36)}\n${share.slice(36).replaceAll("-", "–")}\nBest, Ann`
  expect(sharesIn(broken)).toEqual([share])
  expect(sharesIn("No share in here, nor in 1-ABCDEF-GHJKMN.")).toEqual([])
})
