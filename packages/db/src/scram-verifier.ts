import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto"

/**
 * What PostgreSQL stores of a password (SCRAM-SHA-256, RFC 5803). It is sent in place of the password, which then stands in no
 * statement and so in no log of statements.
 */
export function scramVerifier(password: string, salt = randomBytes(16), iterations = 4096): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256")
  const keyOf = (name: string) => createHmac("sha256", salted).update(name).digest()
  const stored = createHash("sha256").update(keyOf("Client Key")).digest("base64")
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${stored}:${keyOf("Server Key").toString("base64")}`
}
