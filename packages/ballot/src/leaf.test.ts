import { beforeAll, describe, expect, test } from "vitest"
import { type CohortLeaf, merkleProof, merkleRoot, verifyLeaf } from "./leaf.ts"
import type { Manifest } from "./manifest.ts"
import { type Box, createBox, createSigner } from "./testing.ts"

let box: Box
let proof: string[]
beforeAll(async () => {
  box = await createBox()
  proof = await merkleProof(box.leaves, 1)
})
const verify = (leaf: CohortLeaf, manifest: Manifest = box.manifest, index = 1, by = proof) =>
  verifyLeaf(manifest, leaf, index, by)

describe("a cohort's leaf", () => {
  test("is proven by its manifest, its place and the hashes beside its way to the root", async () => {
    expect(await verify(box.leaves[1])).toBe(true)
    expect(await verify(box.leaves[0], box.manifest, 0, await merkleProof(box.leaves, 0))).toBe(true)
  })

  test("with another size, label, number or key is refused: a key made for one person only is none", async () => {
    const { key } = await createSigner()
    for (const change of [{ invited: 13 }, { label: "x" }, { id: 0 }, { key }, { more: 1 }]) {
      expect(await verify({ ...box.leaves[1], ...change }), JSON.stringify(change)).toBe(false)
    }
  })

  test("in another place, with a tampered proof or under another manifest is refused", async () => {
    expect(await verify(box.leaves[1], box.manifest, 0)).toBe(false)
    expect(await verify(box.leaves[1], box.manifest, 1, [])).toBe(false)
    expect(await verify(box.leaves[1], box.manifest, 1, [...proof, ...proof])).toBe(false)
    expect(await verify(box.leaves[1], box.manifest, 1, [box.manifest.root])).toBe(false)
    const others = [box.leaves[0], { ...box.leaves[1], invited: 99 }]
    const other = { ...box.manifest, root: await merkleRoot(others) }
    expect(await verify(box.leaves[1], other)).toBe(false)
    expect(await verify(box.leaves[1], { ...box.manifest, cohorts: 3 })).toBe(false)
  })

  test("whose id another leaf has too is refused: a second group of one number could be of one person", async () => {
    const own = { ...box.leaves[1], key: (await createSigner()).key }
    const leaves = [...box.leaves, own]
    const manifest = { ...box.manifest, cohorts: 3, root: await merkleRoot(leaves) }
    expect(await verify(own, manifest, 2, await merkleProof(leaves, 2))).toBe(false)
    const numbered = [...box.leaves, { ...own, id: 2 }] as const
    const honest = { ...manifest, root: await merkleRoot(numbered) }
    expect(await verify(numbered[2], honest, 2, await merkleProof(numbered, 2))).toBe(true)
  })

  test("that is no leaf at all is refused without throwing", async () => {
    for (const broken of [undefined, null, 7, { ...box.leaves[1], invited: Number.NaN }]) {
      expect(await verify(broken as unknown as CohortLeaf)).toBe(false)
    }
    expect(await verifyLeaf(box.manifest, box.leaves[1], 1, null as unknown as string[])).toBe(false)
  })

  test.each([
    [2048, 1100],
    [3072, 1300],
  ])("of 100 cohorts with keys of %i bits takes, with its proof, less than %i bytes", async (bits, most) => {
    const { key } = await createSigner(bits)
    const leaves = Array.from({ length: 100 }, (_, id) => ({
      ...{ id, label: `Group ${id + 1}, layers 3 to 4`, invited: 1000, key },
    }))
    const sizes = await Promise.all(
      leaves.map(
        async (leaf, index) => JSON.stringify({ leaf, proof: await merkleProof(leaves, index) }).length,
      ),
    )
    expect(Math.max(...sizes)).toBeLessThan(most)
  })
})
