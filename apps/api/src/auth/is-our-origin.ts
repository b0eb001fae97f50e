import type { Config } from "../config.ts"

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/

/**
 * Whether a page of this origin is ours: served at PUBLIC_URL. The demo, which is tried without settings, is also
 * ours on this machine at whatever port the request was sent to. The Host header alone proves nothing: any name can
 * be made to point here.
 */
export function isOurOrigin(
  { publicUrl, demo }: Pick<Config, "publicUrl" | "demo">,
  origin: string,
  host: string | null | undefined,
): boolean {
  if (origin === new URL(publicUrl).origin) return true
  if (!demo || !URL.canParse(origin)) return false
  const from = new URL(origin)
  return from.host === host && LOCAL.test(from.hostname)
}
