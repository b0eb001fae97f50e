import { z } from "zod"
import { line } from "../text.ts"

const scope = z.enum(["kpis:write"])

export const newKey = z.strictObject({
  name: line(80).min(1).describe("which program it is for"),
  scope: scope.default("kpis:write"),
  expiresAt: z.iso.datetime().nullable().default(null),
})
export const keyId = z.object({ key: z.uuid() })

export const madeKey = z.object({
  id: z.uuid(),
  key: z.string().describe("shown this once; it is stored nowhere"),
})

export const apiKeyList = z.object({
  keys: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      scope,
      createdAt: z.iso.datetime(),
      createdBy: z.string().nullable(),
      expiresAt: z.iso.datetime().nullable(),
      lastUsedOn: z.string().nullable().describe("the day"),
      revokedAt: z.iso.datetime().nullable(),
      state: z.enum(["holds", "expired", "revoked"]),
    }),
  ),
})
export type ApiKeyList = z.infer<typeof apiKeyList>
