import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createSealingKey, fromBase64url } from "@throughline/ballot"
import { afterEach, expect, test } from "vitest"
import type { AtRest } from "./at-rest.ts"
import { openKeyDirectory } from "./key-directory.ts"

const parent = mkdtempSync(join(tmpdir(), "throughline-encrypted-"))
const directory = join(parent, "keys")
afterEach(() => rmSync(directory, { recursive: true, force: true }))
const secret = "the secret of before, at least 32 characters"
const other = "another secret, which has 32 characters too"

/** Name and bytes of every file, as somebody sees them who has a copy of the directory. */
const files = () =>
  Object.fromEntries(readdirSync(directory).map((name) => [name, readFileSync(join(directory, name))]))
const holds = (bytes: Uint8Array | undefined) =>
  bytes !== undefined && Object.values(files()).some((file) => file.includes(Buffer.from(bytes)))
const text = (value: string) => Buffer.from(value, "utf8")

test("a copy of the directory holds neither the private half of a sealing key nor the key of the links", async () => {
  const key = await createSealingKey()
  const hidden = (invitationKey: Uint8Array) =>
    [text(key.privateKey), fromBase64url(key.privateKey), invitationKey].map(holds)
  const keys = await openKeyDirectory(directory, { secret })
  await keys.saveSealingKey("s", key)
  expect(hidden(keys.invitationKey)).toEqual([false, false, false])
  expect(await keys.readSealingKey("s", key.publicKey)).toEqual(key)

  // The same look at a directory that is not encrypted finds both.
  rmSync(directory, { recursive: true })
  const plain: AtRest = { seal: (_, bytes) => bytes, open: (_, bytes) => bytes }
  const open = await openKeyDirectory(directory, { secret }, () => plain)
  await open.saveSealingKey("s", key)
  expect(hidden(open.invitationKey)).toEqual([true, false, true])
})

test("files of a version that did not encrypt are read and encrypted in their place, once", async () => {
  const made = await openKeyDirectory(directory, { secret })
  const key = await createSealingKey()
  await made.saveSealingKey("s", key)
  const [name = ""] = readdirSync(directory).filter((found) => found.startsWith("survey-"))
  rmSync(directory, { recursive: true })
  mkdirSync(directory)
  const links = crypto.getRandomValues(new Uint8Array(32))
  writeFileSync(join(directory, "invitations.key"), links)
  writeFileSync(join(directory, name), JSON.stringify(key))
  expect([holds(text(key.privateKey)), holds(links)]).toEqual([true, true])

  const opened = await Promise.all([1, 2, 3].map(() => openKeyDirectory(directory, { secret })))
  expect([holds(text(key.privateKey)), holds(links)]).toEqual([false, false])
  expect(readdirSync(directory).sort()).toEqual(["directory.key", "invitations.key", name])
  for (const keys of opened) {
    expect(Buffer.from(keys.invitationKey)).toEqual(Buffer.from(links))
    expect(await keys.readSealingKey("s", key.publicKey)).toEqual(key)
  }
  const before = files()
  await openKeyDirectory(directory, { secret })
  expect(files()).toEqual(before)
})

test("a wrong KEY_SECRET is refused by name and overwrites nothing", async () => {
  const keys = await openKeyDirectory(directory, { secret })
  await keys.saveSealingKey("s", await createSealingKey())
  const before = files()
  await expect(openKeyDirectory(directory, { secret: other })).rejects.toThrow(/^KEY_SECRET is not the one/)
  await expect(openKeyDirectory(directory, { secret: other, previous: `${other}!` })).rejects.toThrow(
    /^Neither KEY_SECRET nor KEY_SECRET_PREVIOUS/,
  )
  expect(files()).toEqual(before)
})

test("KEY_SECRET is changed by one start that knows the old one; then the old one opens nothing", async () => {
  const keys = await openKeyDirectory(directory, { secret })
  const key = await createSealingKey()
  await keys.saveSealingKey("s", key)
  const stored = await keys.encrypt("signing key 1", text("of the database"))
  await openKeyDirectory(directory, { secret: other, previous: secret })
  const changed = await openKeyDirectory(directory, { secret: other })
  expect(await changed.readSealingKey("s", key.publicKey)).toEqual(key)
  expect(Buffer.from(changed.invitationKey)).toEqual(Buffer.from(keys.invitationKey))
  expect(Buffer.from(await changed.decrypt("signing key 1", stored)).toString()).toBe("of the database")
  await expect(openKeyDirectory(directory, { secret })).rejects.toThrow(/KEY_SECRET/)
})

test("keys without the file that opens them are not buried under a new one", async () => {
  const keys = await openKeyDirectory(directory, { secret })
  await keys.saveSealingKey("s", await createSealingKey())
  const { "directory.key": kept = Buffer.of(), ...rest } = files()
  rmSync(join(directory, "directory.key"))
  await expect(openKeyDirectory(directory, { secret })).rejects.toThrow(/directory\.key is missing/)
  expect(files()).toEqual(rest)
  writeFileSync(join(directory, "directory.key"), "not a key")
  await expect(openKeyDirectory(directory, { secret })).rejects.toThrow(/directory\.key .* is damaged/)
  writeFileSync(join(directory, "directory.key"), kept)
  await openKeyDirectory(directory, { secret })
})

test("a file in another's place does not open", async () => {
  const keys = await openKeyDirectory(directory, { secret })
  const [one, two] = [await createSealingKey(), await createSealingKey()]
  await keys.saveSealingKey("one", one)
  await keys.saveSealingKey("two", two)
  const [first = "", second = ""] = readdirSync(directory).filter((name) => name.startsWith("survey-"))
  writeFileSync(join(directory, first), readFileSync(join(directory, second)))
  expect(await keys.readSealingKey("one", one.publicKey)).toBeUndefined()
  expect(await keys.readSealingKey("two", two.publicKey)).toEqual(two)
})

test("secrets of the database open with this directory, for what they are, and not when a bit is changed", async () => {
  const keys = await openKeyDirectory(directory, { secret })
  const stored = await keys.encrypt("a", text("private half"))
  expect(Buffer.from(stored).includes("private half")).toBe(false)
  expect(Buffer.from(await keys.decrypt("a", stored)).toString()).toBe("private half")
  await expect(keys.decrypt("b", stored)).rejects.toThrow(/another key directory, or damaged/)
  const bent = Uint8Array.from(stored)
  bent[14] = (bent[14] ?? 0) ^ 1
  await expect(keys.decrypt("a", bent)).rejects.toThrow()
  rmSync(directory, { recursive: true })
  const elsewhere = await openKeyDirectory(directory, { secret })
  await expect(elsewhere.decrypt("a", stored)).rejects.toThrow()
})
