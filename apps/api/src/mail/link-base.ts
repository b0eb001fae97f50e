import type { Config } from "../config.ts"

/**
 * Whether links may begin with this host: the operator has named it. Whoever holds a host sees every personal link that
 * begins with it, and could keep them; so HR alone cannot choose one.
 */
export function isLinkHost({ linkHosts }: Pick<Config, "linkHosts">, host: string): boolean {
  return linkHosts.includes(host.toLowerCase())
}

/** What links begin with; a domain that the operator does not name any more counts for nothing. */
export function usableBase(config: Pick<Config, "linkHosts">, base: string | null): string | null {
  return base !== null && isLinkHost(config, new URL(base).hostname) ? base : null
}
