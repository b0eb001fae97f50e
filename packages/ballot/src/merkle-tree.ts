import { fromBase64url, toBase64url } from "./base64url.ts"
import { joined } from "./joined.ts"
import { sha256 } from "./manifest.ts"

type Bytes = Uint8Array<ArrayBuffer>

// The Merkle tree of RFC 6962, section 2.1: a byte in front keeps a leaf from being taken for a node.
const leafHash = (leaf: Bytes) => sha256(joined(Uint8Array.of(0), leaf))
const nodeHash = (left: Bytes, right: Bytes) => sha256(joined(Uint8Array.of(1), left, right))

/** The root over the leaves in this order, base64url; that of none is the hash of nothing. */
export async function rootOf(leaves: readonly Bytes[]): Promise<string> {
  return toBase64url(await treeHash(await Promise.all(leaves.map(leafHash))))
}

/** The hashes beside the way from the leaf up to the root (the RFC's audit path), base64url. */
export async function siblingsOf(leaves: readonly Bytes[], index: number): Promise<string[]> {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new RangeError(`there is no leaf ${index} of ${leaves.length}`)
  const path = await pathTo(await Promise.all(leaves.map(leafHash)), index)
  return path.map(toBase64url)
}

/** The root that leaf and siblings lead to; undefined when the siblings cannot be those of a tree of this size. */
export async function rootFrom(
  leaf: Bytes,
  index: number,
  size: number,
  siblings: readonly string[],
): Promise<string | undefined> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    return undefined
  const hashes: Bytes[] = []
  for (const text of siblings) {
    const hash = fromBase64url(text)
    if (hash?.length !== 32) return undefined
    hashes.push(hash)
  }
  let node = await leafHash(leaf)
  // From the leaf upwards; `last` is the place of the level's last node, which has no sibling when it stands alone.
  for (
    let place = index, last = size - 1;
    last > 0;
    place = Math.floor(place / 2), last = Math.floor(last / 2)
  ) {
    if (place % 2 === 0 && place === last) continue
    const sibling = hashes.shift()
    if (sibling === undefined) return undefined
    node = place % 2 === 1 ? await nodeHash(sibling, node) : await nodeHash(node, sibling)
  }
  return hashes.length === 0 ? toBase64url(node) : undefined
}

async function treeHash(hashes: readonly Bytes[]): Promise<Bytes> {
  const [only] = hashes
  if (only === undefined) return sha256(new Uint8Array())
  if (hashes.length === 1) return only
  const half = splitAt(hashes.length)
  return nodeHash(await treeHash(hashes.slice(0, half)), await treeHash(hashes.slice(half)))
}

async function pathTo(hashes: readonly Bytes[], index: number): Promise<Bytes[]> {
  if (hashes.length === 1) return []
  const half = splitAt(hashes.length)
  const [left, right] = [hashes.slice(0, half), hashes.slice(half)]
  return index < half
    ? [...(await pathTo(left, index)), await treeHash(right)]
    : [...(await pathTo(right, index - half)), await treeHash(left)]
}

/** The largest power of two below the number of leaves. */
function splitAt(leaves: number): number {
  let half = 1
  while (2 * half < leaves) half *= 2
  return half
}
