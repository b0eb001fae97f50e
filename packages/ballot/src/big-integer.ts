type Bytes = Uint8Array<ArrayBuffer>

/** Big-endian bytes as a number (OS2IP of RFC 8017). */
export function toNumber(bytes: Uint8Array): bigint {
  let hex = ""
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0")
  return hex === "" ? 0n : BigInt(`0x${hex}`)
}

/** A number as big-endian bytes (I2OSP of RFC 8017). */
export function toBytes(value: bigint, length: number): Bytes {
  const hex = value.toString(16).padStart(2 * length, "0")
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16))
}

/** base ^ exponent mod modulus. Not of constant time: for values that are public or used once. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** The inverse modulo `modulus` by Euclid's extended algorithm; undefined when they share a factor. */
export function inverseOf(value: bigint, modulus: bigint): bigint | undefined {
  let [r, nextR] = [modulus, value % modulus]
  let [t, nextT] = [0n, 1n]
  while (nextR !== 0n) {
    const quotient = r / nextR
    ;[r, nextR] = [nextR, r - quotient * nextR]
    ;[t, nextT] = [nextT, t - quotient * nextT]
  }
  return r === 1n ? ((t % modulus) + modulus) % modulus : undefined
}
