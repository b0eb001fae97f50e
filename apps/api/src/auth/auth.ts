import type { Db } from "@throughline/db"
import { betterAuth } from "better-auth"
import type { Config } from "../config.ts"
import { isOurOrigin } from "./is-our-origin.ts"

/** Header in which the app hands better-auth the caller's address; what a caller writes into it is overwritten. */
export const CALLER_HEADER = "x-throughline-caller"

/** What the product uses of better-auth. */
export interface Auth {
  /** Serves /api/auth/*. */
  handler(request: Request): Promise<Response>
  /** The signed-in user of these request headers. */
  user(
    headers: Headers,
  ): Promise<{ id: string; name: string; email: string; organizationId: string } | undefined>
  /** Makes an account; sign-up over the network is closed. Rejects when the mail address is taken. */
  createUser(user: {
    email: string
    name: string
    password: string
    organizationId: string
  }): Promise<{ id: string }>
}

/** Sign-in by mail and password. Respondents have no account; only HR and colleagues do. */
export function createAuth(db: Db, config: Config, embedded: boolean): Auth {
  const auth = betterAuth({
    baseURL: config.publicUrl,
    basePath: "/api/auth",
    secret: config.authSecret,
    // One transaction holds the embedded database's one connection while a password is hashed.
    database: { db, type: "postgres", transaction: !embedded, schemaName: "auth" },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    user: {
      modelName: "app_user",
      additionalFields: { organizationId: { type: "string", required: false, input: false } },
    },
    session: { expiresIn: 12 * 3600, updateAge: 3600 },
    // Of the people of HR nothing is kept that the product does not use.
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) },
      },
    },
    trustedOrigins: (request) => {
      const origin = request?.headers.get("origin")
      return origin && isOurOrigin(config, origin, request?.headers.get("host")) ? [origin] : []
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 200,
      customRules: { "/sign-in/email": { window: 60, max: config.demo ? 60 : 10 } },
    },
    advanced: {
      ipAddress: { ipAddressHeaders: [CALLER_HEADER] },
      useSecureCookies: config.publicUrl.startsWith("https://"),
      cookiePrefix: "throughline",
    },
    telemetry: { enabled: false },
    logger: { level: "error" },
  })
  return {
    handler: (request) => auth.handler(request),
    async user(headers) {
      const session = await auth.api.getSession({ headers })
      if (session === null) return undefined
      const { id, name, email, organizationId } = session.user
      return typeof organizationId === "string" ? { id, name, email, organizationId } : undefined
    },
    async createUser({ email, name, password, organizationId }) {
      const context = await auth.$context
      const hash = await context.password.hash(password)
      const user = await context.internalAdapter.createUser(
        { email: email.toLowerCase(), name, emailVerified: true, organizationId },
        { method: "admin" },
      )
      await context.internalAdapter.linkAccount({
        userId: user.id,
        providerId: "credential",
        accountId: user.id,
        password: hash,
      })
      return { id: user.id }
    },
  }
}
