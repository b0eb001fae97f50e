import type { Pool } from "./pools.ts"

/** A group while others may still join it. */
export interface GroupDraft extends Pool {
  /** Where it was cut. */
  anchor: number
  /** Leader of the fenced function it stands in; -1 outside every fence. */
  fence: number
  top: boolean
  /** True when it was made of what several layers had left. */
  remainder: boolean
  /** What joined it later, too small to stand alone. */
  joined: Pool[]
}

export function newDraft(pool: Pool, anchor: number, fence: number): GroupDraft {
  return { ...pool, anchor, fence, top: false, remainder: false, joined: [] }
}
