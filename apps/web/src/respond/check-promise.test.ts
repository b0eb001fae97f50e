import { type CohortLeaf, hashOf, type Manifest, merkleProof, merkleRoot } from "@throughline/ballot"
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest"
import { checkPromise } from "./check-promise.ts"
import { fingerprint } from "./draft.ts"
import type { OpenInvitation } from "./invitation.ts"

const key = { n: "n".repeat(342), e: "AQAB" }
const leaves: CohortLeaf[] = [9, 23, 41].map((invited, at) => ({
  id: at,
  label: "Layer 4",
  invited,
  key,
}))
const questionnaire = { instrument: "all of it" } as unknown as OpenInvitation["questionnaire"]
let honest: OpenInvitation

beforeAll(async () => {
  const manifest: Manifest = {
    ...{ version: 2, organization: "o", survey: "s", texts: await hashOf(questionnaire), k: 5 },
    ...{ closesAt: "2027-03-12T17:00:00.000Z", sealingKey: "", sealedSize: 512, page: "", cut: "" },
    ...{ reviewers: [], trustees: [], cohorts: leaves.length, root: await merkleRoot(leaves) },
  }
  honest = {
    organization: { id: "o", name: "O" },
    survey: { id: "s", name: "S", closesAt: manifest.closesAt },
    ...{
      leaf: leaves[1] as CohortLeaf,
      index: 1,
      proof: await merkleProof(leaves, 1),
      manifest,
      questionnaire,
    },
    ...{ hasReports: false, languages: ["en"], language: "en" },
  }
})

/** What everybody is told who asks without a link; undefined: the server cannot be reached. */
function publish(manifest: Manifest | undefined, asked: RequestInit[] = []) {
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    asked.push(init)
    if (!manifest) throw new TypeError("Failed to fetch")
    return Response.json({ manifest })
  })
}
afterEach(() => vi.unstubAllGlobals())

describe("a promise", () => {
  test("is kept when link, group, questions and publication agree, and is asked for without saying who asks", async () => {
    const asked: RequestInit[] = []
    publish(honest.manifest, asked)
    expect(await checkPromise(honest, [await fingerprint(honest.manifest)])).toBe("kept")
    expect(asked).toEqual([{ cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" }])
  })

  test("may close later than promised, by sixty days at most, and never earlier", async () => {
    publish(honest.manifest)
    const closing = (closesAt: string) =>
      checkPromise({ ...honest, survey: { ...honest.survey, closesAt } }, [])
    expect(await closing("2027-04-12T17:00:00.000Z")).toBe("kept")
    expect(await closing("2027-03-12T16:59:59.000Z")).toBe("questions")
    expect(await closing("2027-06-12T17:00:00.000Z")).toBe("questions")
  })

  test("does not hold for a group with a key of its own, and it is the Merkle proof that sees it", async () => {
    publish(honest.manifest)
    const marked = { ...honest, leaf: { ...honest.leaf, key: { ...key, n: `m${key.n.slice(1)}` } } }
    expect(await checkPromise(marked, [])).toBe("questions")
    const open = { leaf: async () => true, published: async () => true }
    expect(await checkPromise(marked, [], open)).toBe("kept")
  })

  test("is of groups of k + 3 and more; the group at the top alone may have k", async () => {
    const of = async (invited: number, label: string) => {
      const leaf: CohortLeaf = { id: 0, label, invited, key }
      const manifest = { ...honest.manifest, cohorts: 1, root: await merkleRoot([leaf]) }
      publish(manifest)
      return checkPromise({ ...honest, manifest, leaf, index: 0, proof: [] }, [])
    }
    expect(await of(8, "layer 4")).toBe("kept")
    for (const invited of [5, 6, 7]) expect(await of(invited, "layers 3–4")).toBe("questions")
    expect(await of(5, "top group, layers 1–2")).toBe("kept")
    expect(await of(4, "top group, layers 1–2")).toBe("questions")
  })

  test("does not hold when it is told to one link only, and it is the published one that shows it", async () => {
    publish(honest.manifest)
    const own = { ...honest, manifest: { ...honest.manifest, sealingKey: "another" } }
    expect(await checkPromise(own, [])).toBe("other-promise")
    const open = { leaf: async () => true, published: async () => true }
    expect(await checkPromise(own, [], open)).toBe("kept")
  })

  test("does not hold when this browser saw another before", async () => {
    publish(honest.manifest)
    expect(await checkPromise(honest, [await fingerprint({ ...honest.manifest, k: 4 })])).toBe("changed")
  })

  test("is neither kept nor broken while the published one cannot be read", async () => {
    publish(undefined)
    expect(await checkPromise(honest, [])).toBe("unreachable")
  })
})
