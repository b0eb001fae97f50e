import { createHmac } from "node:crypto"
import type { KeyDirectory } from "../keys/key-directory.ts"

/** The same for all processes of one installation; by it we know that a domain leads to us. */
export function instanceId({ invitationKey }: Pick<KeyDirectory, "invitationKey">): string {
  return createHmac("sha256", invitationKey).update("instance\0").digest("hex").slice(0, 32)
}
