import { constants, createPrivateKey, type KeyObject, sign } from "node:crypto"
import { parentPort, workerData } from "node:worker_threads"
import {
  ballotMessage,
  type CohortLeaf,
  createBallotKey,
  type Manifest,
  makeCast,
  toBase64url,
} from "@throughline/ballot"

/** One respondent's part of the demo: what to seal, for whom. */
export interface ToSeal {
  cohort: number
  answers: unknown
}

export interface SealingFor {
  manifest: Manifest
  leaves: CohortLeaf[]
  /** The cohorts' private keys (PKCS #8), by number. */
  keys: Map<number, Uint8Array>
}

const { manifest, leaves, keys }: SealingFor = workerData
const privateKeys = new Map<number, KeyObject>()

/**
 * A credential without the blinding: to whoever holds the key and both sides anyway, a plain signature is the same. Only
 * the demo may do so, where nobody is promised anything.
 */
async function signPlainly(cohort: number, ballotKey: string): Promise<string> {
  const der = Buffer.from(keys.get(cohort) ?? [])
  const key = privateKeys.get(cohort) ?? createPrivateKey({ key: der, format: "der", type: "pkcs8" })
  privateKeys.set(cohort, key)
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
  return toBase64url(new Uint8Array(sign("sha384", await ballotMessage(ballotKey), pss)))
}

async function sealOne({ cohort, answers }: ToSeal) {
  const leaf = leaves.find(({ id }) => id === cohort)
  if (leaf === undefined) throw new Error("no such cohort")
  const ballotKey = await createBallotKey()
  const credential = await signPlainly(cohort, ballotKey.publicKey)
  const receipt = crypto.getRandomValues(new Uint8Array(16))
  return await makeCast({ manifest, leaf, sequence: 0, ballotKey, credential, answers, receipt })
}

// Sealing is half of the demo's start: a thread of its own does it while the database writes.
parentPort?.on("message", async (batch: ToSeal[]) => {
  parentPort?.postMessage(await Promise.all(batch.map(sealOne)))
})
