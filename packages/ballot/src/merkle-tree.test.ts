import { createHash } from "node:crypto"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { rootFrom, rootOf, siblingsOf } from "./merkle-tree.ts"

const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
/** The leaves that Certificate Transparency's reference implementation tests with. */
const leaves = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map(hex)

describe("the Merkle tree", () => {
  test("has the roots that Certificate Transparency's reference implementation gives for its eight leaves", async () => {
    const roots = [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ].map((root) => Buffer.from(root, "hex").toString("base64url"))
    for (let size = 1; size <= 8; size++) expect(await rootOf(leaves.slice(0, size))).toBe(roots[size - 1])
    expect(await rootOf([])).toBe(createHash("sha256").digest("base64url"))
  })

  test("every leaf of every tree is proven by its siblings, in the place it has and no other", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.nat(), async (size, pick) => {
        const many = Array.from({ length: size }, (_, at) => Uint8Array.of(at))
        const index = pick % size
        const [root, siblings] = [await rootOf(many), await siblingsOf(many, index)]
        const leaf = many[index] as Uint8Array<ArrayBuffer>
        expect(siblings.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
        expect(await rootFrom(leaf, index, size, siblings)).toBe(root)
        for (let other = 0; other <= size; other++) {
          if (other !== index) expect(await rootFrom(leaf, other, size, siblings)).not.toBe(root)
        }
      }),
      { numRuns: 60 },
    )
  })

  test("a sibling too many, too few, changed or of another length proves nothing", async () => {
    const [root, siblings] = [await rootOf(leaves), await siblingsOf(leaves, 3)]
    const leaf = leaves[3] as Uint8Array<ArrayBuffer>
    const from = (given: string[], index = 3, size = 8) => rootFrom(leaf, index, size, given)
    expect(await from(siblings)).toBe(root)
    expect(await from([...siblings, root])).toBeUndefined()
    expect(await from(siblings.slice(1))).toBeUndefined()
    expect(await from(siblings.toReversed())).not.toBe(root)
    expect(await from([...siblings.slice(1), "AA"])).toBeUndefined()
    expect(await from(siblings.map((text, at) => (at === 0 ? `B${text.slice(1)}` : text)))).not.toBe(root)
    for (const [index, size] of [
      [-1, 8],
      [8, 8],
      [1.5, 8],
      [3, Number.POSITIVE_INFINITY],
      [3, Number.NaN],
    ] as const)
      expect(await from(siblings, index, size)).toBeUndefined()
  })

  test("a node cannot be passed off as a leaf", async () => {
    // Without the byte in front, the two hashes below the root would be a "leaf" of a tree of one.
    const [left, right] = [await rootOf(leaves.slice(0, 4)), await rootOf(leaves.slice(4))]
    const node = Buffer.concat([Buffer.from(left, "base64url"), Buffer.from(right, "base64url")])
    expect(await rootFrom(Uint8Array.from(node), 0, 1, [])).not.toBe(await rootOf(leaves))
  })

  test("asking for a leaf that is not there is a fault of the program", async () => {
    await expect(siblingsOf(leaves, 8)).rejects.toThrow(RangeError)
    await expect(siblingsOf(leaves, -1)).rejects.toThrow(RangeError)
  })
})
