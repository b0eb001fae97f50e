import { z } from "zod"

export const releaseSchema = z.looseObject({ version: z.literal(1) })
