import { constants, generateKeyPairSync, sign } from "node:crypto"
import {
  ballotMessage,
  type Cast,
  createBallotKey,
  createSealingKey,
  makeCast,
  toBase64url,
  verifyCast,
} from "@throughline/ballot"
import { expect, test } from "vitest"
import { verifyAtOnce } from "./verify-at-once.ts"

const rsa = () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
  const { n = "", e = "" } = publicKey.export({ format: "jwk" })
  return { privateKey, key: { n, e } }
}

test("is of one mind with verifyCast, whatever of a cast is changed", async () => {
  const { privateKey, key } = rsa()
  const manifest = {
    ...{ version: 2 as const, organization: crypto.randomUUID(), survey: crypto.randomUUID(), texts: "" },
    ...{ k: 5, closesAt: "", sealingKey: (await createSealingKey()).publicKey, sealedSize: 512, page: "" },
    ...{ cut: "", reviewers: [], trustees: [], cohorts: 1, root: "" },
  }
  const leaf = { id: 3, label: "layer 3", invited: 9, key }
  const made = async (saltLength = 48): Promise<Cast> => {
    const ballotKey = await createBallotKey()
    const pss = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
    const message = await ballotMessage(ballotKey.publicKey)
    const credential = toBase64url(new Uint8Array(sign("sha384", message, pss)))
    const receipt = crypto.getRandomValues(new Uint8Array(16))
    return makeCast({ manifest, leaf, sequence: 0, ballotKey, credential, answers: {}, receipt })
  }
  const good = await made()
  const other = await made()
  /** Another character of the same alphabet in the middle. */
  const flipped = (text: string) => {
    const at = text.length >> 1
    return `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`
  }
  const fields = ["ballotKey", "credential", "ciphertext", "signature"] as const
  const bad: Cast[] = [
    { ...good, sequence: 1 },
    { ...good, cohort: 4 },
    { ...good, survey: other.organization },
    { ...good, organization: other.survey },
    await made(32),
    ...fields.flatMap((field) => [
      { ...good, [field]: flipped(good[field]) },
      { ...good, [field]: other[field] },
      { ...good, [field]: "" },
      { ...good, [field]: "AAAA" },
      { ...good, [field]: `${good[field]}=` },
    ]),
  ]
  expect([verifyAtOnce(good, key), await verifyCast(good, key)]).toEqual([true, true])
  for (const cast of bad)
    expect([verifyAtOnce(cast, key), await verifyCast(cast, key)]).toEqual([false, false])
  const stranger = rsa().key
  expect([verifyAtOnce(good, stranger), await verifyCast(good, stranger)]).toEqual([false, false])
})
