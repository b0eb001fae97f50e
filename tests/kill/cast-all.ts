import { createHash } from "node:crypto"
import { setTimeout as wait } from "node:timers/promises"
import { type Db, withOrganization } from "@throughline/db"
import { castExample, type ExampleSurvey } from "@throughline/db/testing"
import { sql } from "kysely"

/** Each person's browser keeps one ballot key, so its retries are retries of the same ballot. */
const ballotKeyOf = (secret: Uint8Array): Uint8Array =>
  new Uint8Array(createHash("sha256").update("ballot key").update(secret).digest())

/**
 * Every invited person casts, sixteen at a time, and tries again until the ballot is acknowledged.
 *
 * @param acknowledged is told the person's number after the commit, and only then
 */
export async function castAll(
  db: Db,
  example: ExampleSurvey,
  acknowledged: (person: number) => void,
): Promise<void> {
  const waiting = [...example.secrets.entries()]
  const device = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [person, secret] = next
      for (let done = false; !done; ) {
        const cast = { key: ballotKeyOf(secret), text: `answers of ${person}` }
        const outcome = await castExample(db, example, cast).catch(() => "away")
        done = outcome === "stored" || outcome === "kept"
        if (!done && outcome !== "away") throw new Error(`a retry was answered with ${outcome}`)
        if (!done) await wait(50)
      }
      acknowledged(person)
    }
  }
  await Promise.all(Array.from({ length: 16 }, device))
}

/** What the box holds at one moment: one statement, as people may be casting meanwhile. */
export async function boxOf(db: Db, example: ExampleSurvey) {
  return await withOrganization(db, "close", example.organization, async (tx) => {
    const { rows } = await sql<{ texts: Uint8Array[]; keys: Uint8Array[] }>`select
      coalesce(array_agg(ciphertext), '{}') as texts, coalesce(array_agg(ballot_key), '{}') as keys
      from box.ballot`.execute(tx)
    const { texts, keys } = rows[0] ?? { texts: [], keys: [] }
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex")
    return { texts: texts.map((text) => new TextDecoder().decode(text)), keys: new Set(keys.map(hex)) }
  })
}

export const writeExample = (example: ExampleSurvey): string =>
  JSON.stringify({
    ...example,
    secrets: example.secrets.map((secret) => Buffer.from(secret).toString("hex")),
  })

export function readExample(text: string): ExampleSurvey {
  const example: Omit<ExampleSurvey, "secrets"> & { secrets: string[] } = JSON.parse(text)
  return { ...example, secrets: example.secrets.map((secret) => new Uint8Array(Buffer.from(secret, "hex"))) }
}
