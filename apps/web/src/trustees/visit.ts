import type { SealingKey } from "@throughline/ballot"
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
  /** `key`: the own key where it is at hand, so that the next step need not ask for the file again. */
  lookAgain(key?: SealingKey): Promise<void>
  key: SealingKey | undefined
}
