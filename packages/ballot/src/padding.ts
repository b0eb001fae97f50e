const LENGTH_BYTES = 4
const STEP = 256

/** Bytes that the envelope adds around the answers: the receipt and the names of the two fields. */
const ENVELOPE_BYTES = JSON.stringify({ answers: 0, receipt: "0".repeat(22) }).length - 1

/** HPKE adds the encapsulated key (65 bytes, P-256) in front and the AES-GCM tag (16 bytes) behind. */
export const ENCAPSULATED_KEY_BYTES = 65
const TAG_BYTES = 16

/**
 * The `sealedSize` of a manifest whose answers take at most `maximumBytes` as JSON in UTF-8. Rounded up to a multiple
 * of 256 bytes, so that the size says nothing finer about the questionnaire either.
 */
export function paddedSize(maximumBytes: number): number {
  return Math.ceil((LENGTH_BYTES + ENVELOPE_BYTES + maximumBytes) / STEP) * STEP
}

/** Bytes of every ciphertext under a manifest with this `sealedSize`. Anything else cannot be one of its ballots. */
export function ciphertextSize(sealedSize: number): number {
  return ENCAPSULATED_KEY_BYTES + sealedSize + TAG_BYTES
}

/** Length (4 bytes, big-endian), payload, zeros up to `size`; undefined when the payload does not fit. */
export function pad(payload: Uint8Array, size: number): Uint8Array<ArrayBuffer> | undefined {
  if (payload.length + LENGTH_BYTES > size) return undefined
  const padded = new Uint8Array(size)
  new DataView(padded.buffer).setUint32(0, payload.length)
  padded.set(payload, LENGTH_BYTES)
  return padded
}

/** The payload inside, or undefined when the size, the length or the zeros behind it are not as `pad` makes them. */
export function unpad(padded: Uint8Array, size: number): Uint8Array | undefined {
  if (padded.length !== size || size < LENGTH_BYTES) return undefined
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  const end = LENGTH_BYTES + length
  if (end > size || padded.subarray(end).some((byte) => byte !== 0)) return undefined
  return padded.subarray(LENGTH_BYTES, end)
}
