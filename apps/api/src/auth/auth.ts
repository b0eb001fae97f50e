import type { Db } from "@throughline/db"
import { betterAuth } from "better-auth"
import { APIError } from "better-auth/api"
import type { Config } from "../config.ts"
import { isOurOrigin } from "./is-our-origin.ts"
import { passwordRules } from "./password.ts"
import { deleteResetLinks } from "./queries.ts"
import { createTries, type Tries } from "./tries.ts"

/** Header in which the app hands better-auth the caller's address; what a caller writes into it is overwritten. */
export const CALLER_HEADER = "x-throughline-caller"

/** What of better-auth is open to the network; the rest of it is not there. */
export const openPaths: readonly string[] = ["sign-in/email", "sign-out", "get-session"].map(
  (path) => `/api/auth/${path}`,
)

/** What the product uses of better-auth. */
export interface Auth {
  /** Serves the open paths under /api/auth. */
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
  /** Slow on purpose; what it answers is stored in place of the password. */
  hashPassword(password: string): Promise<string>
  /** Makes a link's token for whoever has this address, and hands it to `sendReset`; for nobody else nothing happens. */
  requestReset(email: string): Promise<void>
  /** False: the token is unknown, used or late. All sessions of the account end, and all its other links. */
  resetPassword(token: string, password: string): Promise<boolean>
  /** False: the current password is another one. All sessions of the account end, this one too, and all its links. */
  changePassword(headers: Headers, current: string, next: string): Promise<boolean>
  /** Limits on how often one caller may try what needs no session. */
  tries: { look: Tries; join: Tries; forgot: Tries; resetMail: Tries; password: Tries }
}

/** Sends the mail with the link of a new password. */
export type SendReset = (to: { name: string; email: string }, token: string) => Promise<void>

/** How long the link of a new password holds, in seconds. */
export const RESET_SECONDS = 3600

/** Sign-in by mail and password. Respondents have no account; only HR and colleagues do. */
export function createAuth(
  db: Db,
  config: Config,
  embedded: boolean,
  sendReset: SendReset = async () => {},
  endLinks: (userId: string) => Promise<void> = (userId) => deleteResetLinks(db, userId),
): Auth {
  const limit = (max: number, seconds: number) => createTries({ max, seconds, now: () => Date.now() })
  const auth = betterAuth({
    baseURL: config.publicUrl,
    basePath: "/api/auth",
    secret: config.authSecret,
    // One transaction holds the embedded database's one connection while a password is hashed.
    database: { db, type: "postgres", transaction: !embedded, schemaName: "auth" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordRules.least,
      maxPasswordLength: passwordRules.most,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      // A link asked for before, by whoever, opens nothing after it.
      onPasswordReset: ({ user: { id } }) => endLinks(id),
      sendResetPassword: ({ user: { name, email }, token }) => sendReset({ name, email }, token),
    },
    // Of a reset link too only the hash is kept. A session's token needs none: the cookie is signed with AUTH_SECRET.
    verification: { storeIdentifier: "hashed" },
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
    hashPassword: async (password) => (await auth.$context).password.hash(password),
    async requestReset(email) {
      await auth.api.requestPasswordReset({ body: { email } })
    },
    async resetPassword(token, password) {
      return (
        (await accepted(auth.api.resetPassword({ body: { token, newPassword: password } }))) !== undefined
      )
    },
    async changePassword(headers, current, next) {
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true }
      const changed = await accepted(auth.api.changePassword({ headers, body }))
      if (changed === undefined) return false
      // The library keeps one session for the caller; whoever has changed a password signs in with it.
      await (await auth.$context).internalAdapter.deleteUserSessions(changed.user.id)
      await endLinks(changed.user.id)
      return true
    },
    tries: {
      look: limit(60, 60),
      join: limit(10, 60),
      forgot: limit(5, 60),
      resetMail: limit(3, 3600),
      password: limit(10, 60),
    },
  }
}

/** undefined when the library refuses what was sent (400, 401); anything else is a fault. */
async function accepted<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return undefined
    throw error
  }
}
