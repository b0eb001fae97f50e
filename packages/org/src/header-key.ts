import { plainText } from "./plain-text.ts"

/** Remarks that templates put behind a header: “Email Address [Required]”, “Name *”. */
const REMARK =
  /[([{]\s*(required|read only|optional|pflichtfeld|obligatoire|obligatorio|zorunlu|مطلوب)\s*[)\]}]/gi

/**
 * A header without case, accents, spaces and punctuation, and without SCIM's schema prefix, in the spellings of
 * several flatteners: `urn:…:User:x`, `urn:…:User.x`, `enterprise.x`, `enterpriseUser.x`, `enterpriseUserX`.
 */
export function headerKey(header: string): string {
  const bare = header
    .slice(0, 200)
    .replace(/^\s*urn:.*:(?:user[./])?(?=[^:]+$)/i, "")
    .replace(/^\s*enterprise(?:[\s._-]?user)?[\s._:/-]+(?=\p{L})/iu, "")
    .replace(/^\s*enterpriseUser(?=\p{Lu})/u, "")
    .replace(REMARK, "")
    .replace(/#/g, "number")
  return plainText(bare).replace(/[^\p{L}\p{N}]/gu, "")
}
