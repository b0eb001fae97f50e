import { z } from "zod"
import { text } from "../text.ts"

const words = text(600).trim()

/** What HR fills in about the strategy. Whether it is usable is decided by the instrument's own `checkWords`. */
export const strategyWords = z.strictObject({
  mission: words,
  missionDecoys: z.array(words).max(8),
  vision: words,
  priorities: z.array(words).max(8),
  priorityDecoys: z.array(words).max(12),
})
