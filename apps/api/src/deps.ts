import type { Db } from "@throughline/db"
import type { Auth } from "./auth/auth.ts"
import type { Box } from "./ballots/box.ts"
import type { Config } from "./config.ts"
import type { Jobs } from "./jobs.ts"
import type { KeyDirectory } from "./keys/key-directory.ts"
import type { Dns } from "./mail/dns.ts"
import type { Mailer } from "./mail/mailer.ts"
import type { permission } from "./may.ts"
import type { Scanner } from "./scans/scanner.ts"
import type { Signer } from "./signing/signer.ts"

/** What varies between server, test and demo; made once and handed to every verb. */
export interface Deps {
  db: Db
  config: Config
  now: () => Date
  /** Cryptographic random bytes. */
  random: (length: number) => Uint8Array
  mailer: Mailer
  dns: Dns
  keys: KeyDirectory
  jobs: Jobs
  box: Box
  signer: Signer
  scanner: Scanner
  auth: Auth
  log: (line: string) => void
}

/** Hono's environment of every route. */
export interface Env {
  Variables: { deps: Deps; permission: typeof permission }
}
