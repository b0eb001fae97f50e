import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createSealingKey } from "@throughline/ballot"
import { afterEach, expect, test } from "vitest"
import { openKeyDirectory } from "./key-directory.ts"

const parent = mkdtempSync(join(tmpdir(), "throughline-keys-"))
const directory = join(parent, "keys")
const secrets = { secret: "test-key-secret-0123456789-abcdefghijklm" }
afterEach(() => rmSync(directory, { recursive: true, force: true }))

test("keys are files that only their owner can read", async () => {
  const keys = await openKeyDirectory(directory, secrets)
  await keys.saveSealingKey("s", await createSealingKey())
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  expect(readdirSync(directory)).toHaveLength(3)
  for (const file of readdirSync(directory)) expect(statSync(join(directory, file)).mode & 0o777).toBe(0o600)
})

test("a directory that is already there and open to others is closed to them", async () => {
  mkdirSync(directory)
  chmodSync(directory, 0o755)
  await openKeyDirectory(directory, secrets)
  expect(statSync(directory).mode & 0o777).toBe(0o700)
})

test("processes that start at once agree on one key of the links, and it stays", async () => {
  const opened = await Promise.all(Array.from({ length: 8 }, () => openKeyDirectory(directory, secrets)))
  const later = await openKeyDirectory(directory, secrets)
  expect(later.invitationKey).toHaveLength(32)
  for (const { invitationKey } of opened)
    expect(Buffer.from(invitationKey)).toEqual(Buffer.from(later.invitationKey))
  expect(readdirSync(directory)).toEqual(["directory.key", "invitations.key"])
})

test("a sealing key is found by survey and public key, and is gone once deleted", async () => {
  const keys = await openKeyDirectory(directory, secrets)
  const [first, second] = [await createSealingKey(), await createSealingKey()]
  await keys.saveSealingKey("s", first)
  await keys.saveSealingKey("s", second)
  expect(await keys.readSealingKey("s", first.publicKey)).toEqual(first)
  expect(await keys.readSealingKey("s", second.publicKey)).toEqual(second)
  await keys.deleteSealingKey("s", first.publicKey)
  expect(await keys.readSealingKey("s", first.publicKey)).toBeUndefined()
  expect(await keys.readSealingKey("s", second.publicKey)).toEqual(second)
  await keys.deleteSealingKey("s", first.publicKey)
})
