import { type CohortLeaf, type Manifest, merkleProof } from "@throughline/ballot"
import { type Db, type Tx, withOrganization } from "@throughline/db"
import { selectLeaves } from "./queries.ts"

/** What a launched survey promised: never changed again, so each process reads it once. */
export interface Promised {
  manifest: Manifest
  leaves: CohortLeaf[]
  proofOf(index: number): Promise<string[]>
}

/** Surveys that are remembered at once. */
const SURVEYS = 50
const known = new WeakMap<Db, Map<string, Promised>>()

/** undefined: there is no such survey, or it is a draft. */
export async function promisedOf(
  db: Db,
  organizationId: string,
  surveyId: string,
): Promise<Promised | undefined> {
  const surveys = known.get(db) ?? new Map<string, Promised>()
  known.set(db, surveys)
  const name = `${organizationId} ${surveyId}`
  const kept = surveys.get(name)
  if (kept !== undefined) return kept
  const promised = await withOrganization(db, "web", organizationId, (tx) =>
    readPromised(tx, organizationId, surveyId),
  )
  if (promised === undefined) return undefined
  surveys.set(name, promised)
  for (const [oldest] of surveys) {
    if (surveys.size <= SURVEYS) break
    surveys.delete(oldest)
  }
  return promised
}

/** As it stands in the database now. */
async function readPromised(tx: Tx, organizationId: string, surveyId: string): Promise<Promised | undefined> {
  const found = await selectLeaves(tx, organizationId, surveyId)
  if (found === undefined) return undefined
  const proofs = new Map<number, Promise<string[]>>()
  return {
    ...found,
    proofOf(index) {
      const proof = proofs.get(index) ?? Promise.resolve(merkleProof(found.leaves, index))
      proofs.set(index, proof)
      return proof
    },
  }
}
