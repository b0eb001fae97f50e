import { generateKeyPairSync, randomBytes } from "node:crypto"
import { expect, test } from "vitest"
import { createSigner, MOST_WAITING } from "./signer.ts"

const der = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
  format: "der",
  type: "pkcs8",
})
const message = () => new Uint8Array(Buffer.concat([Buffer.of(0x5a), randomBytes(255)]))

test("a flood is answered with server.busy, while a timer of this thread goes on; later there is room again", async () => {
  const signer = createSigner(1)
  let ticks = 0
  const clock = setInterval(() => ticks++, 1)
  const load = async () => new Uint8Array(der)
  await signer.sign("survey", 0, message(), load)
  ticks = 0
  const flood = Promise.all(
    Array.from({ length: MOST_WAITING }, () => signer.sign("survey", 0, message(), load)),
  )
  await expect(signer.sign("survey", 0, message(), load)).rejects.toMatchObject({ code: "server.busy" })
  expect(new Set((await flood).map(({ length }) => length))).toEqual(new Set([256]))
  // Were it signed here, no timer could have run before the end.
  expect(ticks).toBeGreaterThan(20)
  clearInterval(clock)
  expect(await signer.sign("survey", 0, message(), load)).toHaveLength(256)
  await signer.stop()
})

test("a key is handed over once, again when it was forgotten, and a broken one signs nothing", async () => {
  const signer = createSigner(1)
  let loaded = 0
  const load = async () => {
    loaded++
    return new Uint8Array(der)
  }
  const given = message()
  const first = await signer.sign("survey", 1, given, load)
  expect(await signer.sign("survey", 1, given, load)).toEqual(first)
  expect(loaded).toBe(1)
  signer.forget("survey")
  expect(await signer.sign("survey", 1, given, load)).toEqual(first)
  expect(loaded).toBe(2)
  await expect(signer.sign("other", 0, given, async () => new Uint8Array(9))).rejects.toMatchObject({
    code: "server.error",
  })
  await signer.stop()
})

test("signatures that a dead thread owes are refused, and the next one starts another", async () => {
  const signer = createSigner(1)
  const load = async () => new Uint8Array(der)
  await signer.sign("survey", 0, message(), load)
  const owed = Promise.allSettled(Array.from({ length: 50 }, () => signer.sign("survey", 0, message(), load)))
  await signer.stop()
  expect((await owed).some(({ status }) => status === "rejected")).toBe(true)
  expect(await signer.sign("survey", 0, message(), load)).toHaveLength(256)
  await signer.stop()
})
