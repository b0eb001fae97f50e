import { type BallotKey, ballotMessage, createBallotKey } from "./ballot-key.ts"
import { fromBase64url, toBase64url } from "./base64url.ts"
import { power, toBytes, toNumber } from "./big-integer.ts"
import { blind, type SigningKey, unblind } from "./blind.ts"
import { type CohortLeaf, merkleRoot } from "./leaf.ts"
import { type CutCohort, hashOf, type Manifest } from "./manifest.ts"
import { paddedSize } from "./padding.ts"
import { createSealingKey, type SealingKey } from "./seal.ts"

// What the tests of this package set up. The server's own signer is another, and faster.

type Bytes = Uint8Array<ArrayBuffer>

/** A signer in the plainest form. */
export interface Signer {
  key: SigningKey
  sign(blinded: Bytes): Bytes
}

export async function createSigner(bits = 2048): Promise<Signer> {
  const algorithm = {
    name: "RSA-PSS",
    hash: "SHA-384",
    modulusLength: bits,
    publicExponent: Uint8Array.of(1, 0, 1),
  }
  const pair = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"])
  const { n = "", e = "", d = "" } = await crypto.subtle.exportKey("jwk", pair.privateKey)
  const [modulus, secret] = [n, d].map((text) => toNumber(fromBase64url(text) ?? new Uint8Array()))
  return {
    key: { n, e },
    sign: (blinded) => toBytes(power(toNumber(blinded), secret ?? 0n, modulus ?? 1n), blinded.length),
  }
}

/** As a browser does it: the signature over the ballot key, without the signer seeing it. */
export async function createCredential(signer: Signer, ballotKey: string): Promise<string> {
  const message = await ballotMessage(ballotKey)
  const { blinded, inverse } = await blind(signer.key, message)
  const signature = await unblind(signer.key, message, signer.sign(blinded), inverse)
  if (signature === undefined) throw new Error("the signer signed something else")
  return toBase64url(signature)
}

/** A survey of two cohorts that share their signer, because making keys takes long. */
export interface Box {
  key: SealingKey
  signer: Signer
  leaves: [CohortLeaf, CohortLeaf]
  cut: CutCohort[]
  manifest: Manifest
  ballotKey: BallotKey
  credential: string
}

export async function createBox(): Promise<Box> {
  const [key, signer, ballotKey] = [await createSealingKey(), await createSigner(), await createBallotKey()]
  const cut: CutCohort[] = [
    { id: 0, layers: [1, 2], anchor: -1, kind: "top", invited: 9 },
    { id: 1, layers: [3, 3], anchor: 2, kind: "pure", invited: 12 },
  ]
  const leaf = ({ id, invited }: Pick<CutCohort, "id" | "invited">) => ({
    ...{ id, invited, label: id === 0 ? "top group, layers 1–2" : "layer 3", key: signer.key },
  })
  const leaves: [CohortLeaf, CohortLeaf] = [leaf({ id: 0, invited: 9 }), leaf({ id: 1, invited: 12 })]
  const manifest: Manifest = {
    ...{ version: 2, organization: "o1", survey: "s1", texts: "t", k: 5, closesAt: "2026-12-01T18:00:00Z" },
    ...{ sealingKey: key.publicKey, sealedSize: paddedSize(300), page: "", cut: await hashOf(cut) },
    ...{ reviewers: [], trustees: [], cohorts: 2, root: await merkleRoot(leaves) },
  }
  const credential = await createCredential(signer, ballotKey.publicKey)
  return { key, signer, leaves, cut, manifest, ballotKey, credential }
}
