import { generateKeyPair } from "node:crypto"
import { promisify } from "node:util"
import type { SigningKey } from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { loadChart } from "../people/load-chart.ts"
import { cutPeople } from "../surveys/cut.ts"
import { findSurvey, lockSurvey } from "../surveys/queries.ts"
import {
  deleteKeys,
  deleteUnneededKeys,
  insertSigningKeys,
  type NewSigningKey,
  selectPrivateKeys,
  selectPublicKeys,
} from "./queries.ts"

/** Made at the same time; Node has four threads for such work, and ballots that are being checked need some of them. */
const AT_ONCE = 2

const generate = promisify(generateKeyPair)

/** What a sealed private key is bound to: put in another's place it does not open. */
export function keyContext(organizationId: string, surveyId: string, number: number): string {
  return `signing-key ${organizationId} ${surveyId} ${number}`
}

/**
 * Makes the signing keys that a draft lacks, one for each cohort it would have now; keys that fit none any more go. Any
 * number of processes may do so at once, and one that dies loses the keys it was just making. Does nothing for a survey
 * that is no draft, or that could not be launched for want of people. `goesOn`: asked before each key. A
 * test takes the lock away, and comes in between, to see a launched survey lose keys.
 */
export async function makeSigningKeys(
  deps: Pick<Deps, "db" | "keys">,
  organizationId: string,
  surveyId: string,
  goesOn = () => true,
  { lock, reach } = { lock: lockSurvey, reach: async () => {} },
): Promise<void> {
  const missing = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await findSurvey(tx, organizationId, surveyId)
    if (survey?.state !== "draft") return undefined
    const { chart } = await loadChart(tx, organizationId)
    const { cohorts } = cutPeople(chart, survey.audience, survey.k)
    const bits = survey.signing_bits
    await reach()
    // Not before the cut, which takes long: launched meanwhile, it needs its keys, whatever the people are by now.
    if ((await lock(tx, organizationId, surveyId))?.state !== "draft") return undefined
    await deleteUnneededKeys(tx, organizationId, surveyId, bits, cohorts.length)
    // Made before the key directory was exchanged: launched with them, nobody could answer.
    const sealed = await selectPrivateKeys(tx, organizationId, surveyId)
    await deleteKeys(
      tx,
      organizationId,
      surveyId,
      await unreadableKeys(deps, organizationId, surveyId, sealed),
    )
    const made = await selectPublicKeys(tx, organizationId, surveyId, bits)
    return { bits, numbers: cohorts.map(({ id }) => id).filter((id) => !made.has(id)) }
  })
  if (missing === undefined) return
  const waiting = [...missing.numbers]
  const maker = async () => {
    for (let number = waiting.shift(); number !== undefined && goesOn(); number = waiting.shift()) {
      const key = await makeKey(deps, organizationId, surveyId, number, missing.bits)
      // One by one: what is made is kept, whatever happens next.
      await withOrganization(deps.db, "web", organizationId, async (tx) => {
        const survey = await lockSurvey(tx, organizationId, surveyId)
        if (survey?.state === "draft") await insertSigningKeys(tx, organizationId, surveyId, [key])
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, maker))
}

/** The numbers of keys that the key directory there is now does not open. */
export async function unreadableKeys(
  { keys }: Pick<Deps, "keys">,
  organizationId: string,
  surveyId: string,
  sealed: readonly { number: number; private: Uint8Array }[],
): Promise<number[]> {
  const tried = await Promise.allSettled(
    sealed.map((key) => keys.decrypt(keyContext(organizationId, surveyId, key.number), key.private)),
  )
  return sealed.flatMap(({ number }, at) => (tried[at]?.status === "rejected" ? [number] : []))
}

async function makeKey(
  { keys }: Pick<Deps, "keys">,
  organizationId: string,
  surveyId: string,
  number: number,
  bits: number,
): Promise<NewSigningKey> {
  const { publicKey, privateKey } = await generate("rsa", { modulusLength: bits })
  const { n = "", e = "" } = publicKey.export({ format: "jwk" })
  const secret = privateKey.export({ format: "der", type: "pkcs8" })
  const sealed = await keys.encrypt(keyContext(organizationId, surveyId, number), new Uint8Array(secret))
  return { number, bits, publicKey: { n, e } satisfies SigningKey, sealed }
}
