import { expect, test } from "vitest"
import { openEnvelope } from "./envelope.ts"
import { answerChallenge, sealChallenge } from "./possession.ts"
import { createSealingKey } from "./seal.ts"

test("a challenge is answered by whoever has the key, for its survey and seat only, and opens as nothing else", async () => {
  const [key, other] = [await createSealingKey(), await createSealingKey()]
  const challenge = await sealChallenge(key.publicKey, "s1", 2, new Uint8Array(32).fill(9))
  expect(await answerChallenge(key, "s1", 2, challenge)).toBe(Buffer.alloc(32, 9).toString("base64url"))
  expect(await answerChallenge(key, "s1", 1, challenge)).toBeUndefined()
  expect(await answerChallenge(key, "s2", 2, challenge)).toBeUndefined()
  expect(await answerChallenge(other, "s1", 2, challenge)).toBeUndefined()
  expect(await openEnvelope(key, "trustee share", challenge)).toBeUndefined()
})
