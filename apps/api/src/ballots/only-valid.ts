import { type CohortLeaf, type Manifest, merkleRoot, type SigningKey, verifyCast } from "@throughline/ballot"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"

/** A ballot as the box holds it; base64url. */
export interface BoxBallot {
  ballotKey: string
  cohort: number
  sequence: number
  credential: string
  ciphertext: string
  signature: string
}

interface Checked {
  manifest: Manifest
  leaves: CohortLeaf[]
  signed: ReadonlyMap<number, number>
  ballots: BoxBallot[]
}

/** Whether both signatures of a ballot are good. */
function isValid(
  ballot: BoxBallot,
  { organization, survey }: Manifest,
  key: SigningKey,
): boolean | Promise<boolean> {
  return verifyCast({ organization, survey, ...ballot }, key)
}

/** Refuses a box in which a cohort has more ballots than it was given signatures. */
function refuseUnsigned(ballots: readonly BoxBallot[], signed: ReadonlyMap<number, number>): void {
  const cast = new Map<number, number>()
  for (const { cohort } of ballots) cast.set(cohort, (cast.get(cohort) ?? 0) + 1)
  for (const [cohort, count] of cast) {
    if (count > (signed.get(cohort) ?? 0))
      throw refused("a cohort has more ballots than signatures were given")
  }
}

/** Refuses keys that are not those that were promised at the launch. */
async function refuseOtherKeys(manifest: Manifest, leaves: readonly CohortLeaf[]): Promise<void> {
  if (leaves.length !== manifest.cohorts || (await merkleRoot(leaves)) !== manifest.root) {
    throw refused("the cohorts' keys are not those of the manifest")
  }
}

/** What stands between a stuffed box and the count; tests take one away to see the attack succeed. */
export const boxGuards = { isValid, refuseUnsigned, refuseOtherKeys }

const BATCH = 64

/**
 * The close trusts neither what let the ballots in nor the rows of the database: it keeps those whose signatures are
 * good under the keys of the manifest. One that came another way counts nowhere, and how many did is logged. Throws when
 * the keys are not those of the manifest, or a cohort has more ballots than signatures: such a box cannot be counted
 * honestly.
 */
export async function onlyValid<T extends Checked>(
  deps: Pick<Deps, "log">,
  input: T,
  guards: typeof boxGuards = boxGuards,
): Promise<T> {
  const { manifest, leaves, signed, ballots } = input
  await guards.refuseOtherKeys(manifest, leaves)
  const keys = new Map(leaves.map(({ id, key }) => [id, key]))
  const kept: BoxBallot[] = []
  for (let at = 0; at < ballots.length; at += BATCH) {
    const batch = ballots.slice(at, at + BATCH)
    const good = await Promise.all(
      batch.map((ballot) => {
        const key = keys.get(ballot.cohort)
        return key !== undefined && guards.isValid(ballot, manifest, key)
      }),
    )
    kept.push(...batch.filter((_, place) => good[place]))
  }
  guards.refuseUnsigned(kept, signed)
  const left = ballots.length - kept.length
  if (left > 0)
    deps.log(`close of survey ${manifest.survey}: ${left} ballots without a valid signature left out`)
  return { ...input, ballots: kept }
}

function refused(why: string): Problem {
  return new Problem("server.error", { cause: new Error(`the close refuses: ${why}`) })
}
