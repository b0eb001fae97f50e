import type { Opened3, TrusteeApi } from "./trustee-api.ts"
import type { Vault } from "./vault.ts"

/** What every page of a trustee is drawn from. */
export interface Visit {
  seen: Opened3
  api: TrusteeApi
  /** undefined: this browser keeps nothing. */
  vault: Vault | undefined
  /** The own key is in this browser. */
  keptHere: boolean
  lookAgain(): Promise<void>
}
