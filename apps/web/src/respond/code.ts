/** Letters and digits of a printed code: Crockford's base 32, which has no I, L, O and U. */
const CODE = /^[0-9A-HJKMNP-TV-Z]{22}$/

/**
 * A printed code as somebody types it → the secret of a link. Blanks, dashes, small letters and the look-alikes O, I
 * and L are forgiven; undefined when it cannot be a code of ours.
 */
export function secretOfCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1")
  return CODE.test(plain) ? plain : undefined
}
