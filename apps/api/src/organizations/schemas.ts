import { z } from "zod"

const line = z.string().trim().max(600)

/** What HR fills in about the strategy. Whether it is usable is decided by the instrument's own `checkWords`. */
export const strategyWords = z.strictObject({
  mission: line,
  missionDecoys: z.array(line).max(8),
  vision: line,
  priorities: z.array(line).max(8),
  priorityDecoys: z.array(line).max(12),
})
