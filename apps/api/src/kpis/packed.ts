// Values, bits and numbers as they are packed into one column. Little-endian, as the processors are that this runs on.

/** A row's values: a view when the bytes lie well, else a copy. */
export function unpackValues(bytes: Uint8Array): Float64Array {
  return bytes.byteOffset % 8 === 0
    ? new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8)
    : new Float64Array(bytes.slice().buffer)
}

export function unpackNumbers(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.slice().buffer)
}

export function packed(values: Float64Array | Int32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}
