import { withOrganization } from "@throughline/db"
import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { newSecret } from "../members/link.ts"
import { Problem } from "../problem.ts"
import { body, path, says } from "../valid.ts"
import { KEY_PREFIX } from "./key-session.ts"
import { insertKey, revokeKey, selectKeys } from "./queries.ts"
import { type ApiKeyList, apiKeyList, keyId, madeKey, newKey } from "./schemas.ts"

/** Keys that let programs of the organization in, each for one purpose. */
export const apiKeys = new Hono<Env>()
  .get(
    "/",
    may("hr"),
    says("The keys of the organization; none can be read again", apiKeyList),
    async (c) => {
      const { organizationId } = c.var.session
      const now = c.var.deps.now()
      const rows = await withOrganization(c.var.deps.db, "web", organizationId, (tx) =>
        selectKeys(tx, organizationId),
      )
      const keys = rows.map((row): ApiKeyList["keys"][number] => {
        const isOver = row.expires_at !== null && row.expires_at <= now
        return {
          ...{ id: row.key_id, name: row.name, scope: row.scope, createdBy: row.created_by },
          ...{ createdAt: row.created_at.toISOString(), lastUsedOn: row.last_used_on },
          expiresAt: row.expires_at?.toISOString() ?? null,
          revokedAt: row.revoked_at?.toISOString() ?? null,
          state: row.revoked_at !== null ? "revoked" : isOver ? "expired" : "holds",
        }
      })
      return c.json({ keys }, 200)
    },
  )
  .post("/", may("hr"), says("Make a key; it is shown this once", madeKey, 201), body(newKey), async (c) => {
    const { organizationId, userId } = c.var.session
    const { deps } = c.var
    const { name, scope, expiresAt } = c.req.valid("json")
    const { secret, hash } = newSecret(organizationId, deps.random)
    const id = await withOrganization(deps.db, "web", organizationId, (tx) =>
      insertKey(tx, organizationId, {
        ...{ name, scope, secret_hash: hash, created_by: userId, created_at: deps.now() },
        expires_at: expiresAt === null ? null : new Date(expiresAt),
      }),
    )
    return c.json({ id, key: `${KEY_PREFIX}${secret}` }, 201)
  })
  .delete(
    "/:key",
    may("hr"),
    says("Revoke a key, at once and for good", z.object({})),
    path(keyId),
    async (c) => {
      const { organizationId } = c.var.session
      const { deps } = c.var
      const { key } = c.req.valid("param")
      const gone = await withOrganization(deps.db, "web", organizationId, (tx) =>
        revokeKey(tx, organizationId, key, deps.now()),
      )
      if (!gone) throw new Problem("key.unknown")
      return c.json({}, 200)
    },
  )
