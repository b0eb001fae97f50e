import { joined } from "./joined.ts"

type Bytes = Uint8Array<ArrayBuffer>

export const PSS_HASH = "SHA-384"
const HASH_BYTES = 48
export const SALT_BYTES = 48

/** EMSA-PSS encoding of RFC 8017, 9.1.1, with SHA-384, MGF1 with SHA-384 and the salt given. */
export async function pssEncode(message: Bytes, bits: number, salt: Bytes): Promise<Bytes> {
  const length = Math.ceil(bits / 8)
  const digest = await hash(message)
  const h = await hash(joined(new Uint8Array(8), digest, salt))
  const block = new Uint8Array(length - HASH_BYTES - 1)
  block[block.length - salt.length - 1] = 1
  block.set(salt, block.length - salt.length)
  const mask = await mgf1(h, block.length)
  const masked = block.map((byte, at) => byte ^ (mask[at] ?? 0))
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits))
  return joined(masked, h, Uint8Array.of(0xbc))
}

/** RFC 8017, B.2.1. */
async function mgf1(seed: Bytes, length: number): Promise<Bytes> {
  const blocks = await Promise.all(
    Array.from({ length: Math.ceil(length / HASH_BYTES) }, (_, counter) => {
      const four = new Uint8Array(4)
      new DataView(four.buffer).setUint32(0, counter)
      return hash(joined(seed, four))
    }),
  )
  return joined(...blocks).slice(0, length)
}

async function hash(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(PSS_HASH, bytes))
}
