import { toBase64url } from "./base64url.ts"
import { openEnvelope, sealTo } from "./envelope.ts"
import type { SealingKey } from "./seal.ts"

/**
 * A secret number sealed to a key: whoever gives it back can use the private half. It is sealed for this use only, so
 * whoever answers opens neither a ballot nor a share for whoever asks.
 */
export function sealChallenge(publicKey: string, survey: string, seat: number, nonce: Uint8Array) {
  return sealTo(publicKey, useOf(survey, seat), toBase64url(nonce))
}

/** undefined: sealed to another key, or for another survey or seat. */
export function answerChallenge(
  key: SealingKey,
  survey: string,
  seat: number,
  challenge: string,
): Promise<string | undefined> {
  return openEnvelope(key, useOf(survey, seat), challenge)
}

function useOf(survey: string, seat: number): string {
  return `possession\0${survey}\0${seat}`
}
