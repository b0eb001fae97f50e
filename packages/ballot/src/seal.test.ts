import { describe, expect, test } from "vitest"
import { fromBase64url } from "./base64url.ts"
import { createSealingKey, hpkeSuite } from "./seal.ts"

/** RFC 9180 appendix A.3.1: base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. */
const VECTOR = {
  info: "4f6465206f6e2061204772656369616e2055726e",
  ikmR: "668b37171f1072f3cf12ea8a236a45df23fc13b82af3609ad1e354f6ef817550",
  skEm: "4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb",
  skRm: "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2",
  pkRm: "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0",
  enc: "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
  pt: "4265617574792069732074727574682c20747275746820626561757479",
  /** By sequence number. */
  ct: {
    0: "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434",
    1: "fa6f037b47fc21826b610172ca9637e82d6e5801eb31cbd3748271affd4ecb06646e0329cbdf3c3cd655b28e82",
    2: "895cabfac50ce6c6eb02ffe6c048bf53b7f7be9a91fc559402cbc5b8dcaeb52b2ccc93e466c28fb55fed7a7fec",
    255: "2ad71c85bf3f45c6eca301426289854b31448bcf8a8ccb1deef3ebd87f60848aa53c538c30a4dac71d619ee2cd",
  } as Record<number, string>,
  /** Of the empty context, 32 bytes. */
  exported: "5e9bc3d236e1911d95e65b576a8a86d478fb827e8bdfe77b741b289890490d4d",
}

describe("the sealing suite", () => {
  test("seals and opens to RFC 9180 A.3.1's ciphertexts 0, 1, 2 and 255, given its ephemeral key", async () => {
    const sender = await vectorSender()
    const recipient = await vectorRecipient()
    expect(new Uint8Array(sender.enc)).toEqual(hex(VECTOR.enc))
    for (let number = 0; number <= 255; number++) {
      const aad = new TextEncoder().encode(`Count-${number}`)
      const sealed = new Uint8Array(await sender.seal(hex(VECTOR.pt), aad))
      const published = VECTOR.ct[number]
      if (published !== undefined) expect(sealed, `${number}`).toEqual(hex(published))
      expect(new Uint8Array(await recipient.open(sealed, aad))).toEqual(hex(VECTOR.pt))
    }
  })

  test("derives the recipient's key pair and the exported secrets of RFC 9180 A.3.1", async () => {
    const pair = await hpkeSuite.kem.deriveKeyPair(hex(VECTOR.ikmR))
    expect(new Uint8Array(await hpkeSuite.kem.serializePrivateKey(pair.privateKey))).toEqual(hex(VECTOR.skRm))
    expect(new Uint8Array(await hpkeSuite.kem.serializePublicKey(pair.publicKey))).toEqual(hex(VECTOR.pkRm))
    for (const context of [await vectorSender(), await vectorRecipient()]) {
      expect(new Uint8Array(await context.export(new Uint8Array(), 32))).toEqual(hex(VECTOR.exported))
    }
  })

  test("makes keys of the sizes that the manifest and the key directory expect, never the same twice", async () => {
    const [one, other] = [await createSealingKey(), await createSealingKey()]
    expect(fromBase64url(one.publicKey)?.length).toBe(65)
    expect(fromBase64url(one.privateKey)?.length).toBe(32)
    expect(one.privateKey).not.toBe(other.privateKey)
  })
})

async function vectorSender() {
  const ephemeral = await hpkeSuite.kem.deserializePrivateKey(hex(VECTOR.skEm))
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", ephemeral)
  const curve = { name: "ECDH", namedCurve: "P-256" }
  const publicKey = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, curve, true, [])
  return hpkeSuite.createSenderContext({
    recipientPublicKey: await hpkeSuite.kem.deserializePublicKey(hex(VECTOR.pkRm)),
    info: hex(VECTOR.info),
    ekm: { privateKey: ephemeral, publicKey },
  })
}

async function vectorRecipient() {
  return hpkeSuite.createRecipientContext({
    recipientKey: await hpkeSuite.kem.deserializePrivateKey(hex(VECTOR.skRm)),
    enc: hex(VECTOR.enc),
    info: hex(VECTOR.info),
  })
}

function hex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}
