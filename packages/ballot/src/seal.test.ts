import { describe, expect, test } from "vitest"
import { fromBase64url } from "./base64url.ts"
import { createSealingKey, hpkeSuite } from "./seal.ts"

/** RFC 9180 appendix A.3.1: base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, sequence number 0. */
const VECTOR = {
  info: "4f6465206f6e2061204772656369616e2055726e",
  skEm: "4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb",
  skRm: "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2",
  pkRm: "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0",
  enc: "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
  pt: "4265617574792069732074727574682c20747275746820626561757479",
  aad: "436f756e742d30",
  ct: "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434",
}

describe("the sealing suite", () => {
  test("opens the test vector of RFC 9180 A.3.1", async () => {
    const recipientKey = await hpkeSuite.kem.deserializePrivateKey(hex(VECTOR.skRm))
    const context = await hpkeSuite.createRecipientContext({
      recipientKey,
      enc: hex(VECTOR.enc),
      info: hex(VECTOR.info),
    })
    const opened = new Uint8Array(await context.open(hex(VECTOR.ct), hex(VECTOR.aad)))
    expect(opened).toEqual(hex(VECTOR.pt))
  })

  test("seals to the ciphertext of RFC 9180 A.3.1 when given its ephemeral key", async () => {
    const publicOf = async (privateKey: CryptoKey) => {
      const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", privateKey)
      return crypto.subtle.importKey(
        "jwk",
        { kty, crv, x, y },
        { name: "ECDH", namedCurve: "P-256" },
        true,
        [],
      )
    }
    const ephemeral = await hpkeSuite.kem.deserializePrivateKey(hex(VECTOR.skEm))
    const context = await hpkeSuite.createSenderContext({
      recipientPublicKey: await hpkeSuite.kem.deserializePublicKey(hex(VECTOR.pkRm)),
      info: hex(VECTOR.info),
      ekm: { privateKey: ephemeral, publicKey: await publicOf(ephemeral) },
    })
    expect(new Uint8Array(context.enc)).toEqual(hex(VECTOR.enc))
    expect(new Uint8Array(await context.seal(hex(VECTOR.pt), hex(VECTOR.aad)))).toEqual(hex(VECTOR.ct))
  })

  test("makes keys of the sizes that the manifest and the key directory expect, never the same twice", async () => {
    const [one, other] = [await createSealingKey(), await createSealingKey()]
    expect(fromBase64url(one.publicKey)?.length).toBe(65)
    expect(fromBase64url(one.privateKey)?.length).toBe(32)
    expect(one.privateKey).not.toBe(other.privateKey)
  })
})

function hex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}
