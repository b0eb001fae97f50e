import type { SigningKey } from "./blind.ts"
import { canonicalJson } from "./canonical-json.ts"
import type { Manifest } from "./manifest.ts"
import { rootFrom, rootOf, siblingsOf } from "./merkle-tree.ts"

/** One cohort in the manifest's Merkle tree. */
export interface CohortLeaf {
  id: number
  /** What kind of group it is, without a name of the organization: anybody who knows the survey may read it. */
  label: string
  invited: number
  key: SigningKey
}

/** The root over the leaves, base64url. They have to be in the order of id, from 0 on, and so do those of `merkleProof`. */
export function merkleRoot(leaves: readonly CohortLeaf[]): Promise<string> {
  return rootOf(leaves.map(bytesOf))
}

/**
 * What shows, together with the leaf, that it is one of the manifest's: at most 7 hashes of 43 characters for 100 cohorts.
 *
 * @throws RangeError when there is no such leaf
 */
export function merkleProof(leaves: readonly CohortLeaf[], index: number): Promise<string[]> {
  return siblingsOf(leaves.map(bytesOf), index)
}

/**
 * Whether the manifest has this leaf at this place, which is its id: were there two of one id, one could be for a single
 * person. Never throws, whatever the values are.
 */
export async function verifyLeaf(
  manifest: Manifest,
  leaf: CohortLeaf,
  index: number,
  proof: string[],
): Promise<boolean> {
  try {
    if (leaf.id !== index) return false
    const root = await rootFrom(bytesOf(leaf), index, manifest.cohorts, proof)
    return root !== undefined && root === manifest.root
  } catch {
    return false // a leaf that JSON cannot hold
  }
}

function bytesOf(leaf: CohortLeaf): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalJson(leaf))
}
