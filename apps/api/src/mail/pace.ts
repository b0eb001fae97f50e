/** Mails a minute, by recipients' domain; "*" for every domain that is not named. */
export type PaceRules = ReadonlyMap<string, number>

/** How fast this process may send to each domain. */
export interface Pace {
  /** Takes a place now, or answers after how many ms one is free. */
  take(domain: string): number
  /** Domains that cannot take a mail now. */
  barred(): string[]
  /** ms until the first of them can; undefined: none is barred. */
  wait(): number | undefined
  /** The domain's server has taken a mail. */
  taken(domain: string): void
  /** It asked to come again later, or kept a connection waiting. */
  slowed(domain: string): void
}

const FIRST = 1_000
const SLOWEST = 60_000

/**
 * A domain that answers "later" is asked more rarely: twice as rarely each time, down to once a minute, and faster
 * again with every mail it takes. Others are not held up by it.
 */
export function createPace(rules: PaceRules, now: () => number = Date.now): Pace {
  const domains = new Map<string, { interval: number; next: number }>()
  const least = (domain: string) => {
    const perMinute = rules.get(domain) ?? rules.get("*")
    return perMinute === undefined ? 0 : 60_000 / perMinute
  }
  const stateOf = (domain: string) => {
    const known = domains.get(domain) ?? { interval: least(domain), next: 0 }
    domains.set(domain, known)
    return known
  }
  return {
    take(domain) {
      const state = stateOf(domain)
      const wait = state.next - now()
      if (wait > 0) return wait
      state.next = now() + state.interval
      return 0
    },
    barred: () => [...domains].filter(([, { next }]) => next > now()).map(([domain]) => domain),
    wait() {
      const waits = [...domains.values()].map(({ next }) => next - now()).filter((wait) => wait > 0)
      return waits.length === 0 ? undefined : Math.min(...waits)
    },
    taken(domain) {
      const state = stateOf(domain)
      state.interval = Math.max(least(domain), state.interval <= FIRST ? 0 : state.interval / 2)
    },
    slowed(domain) {
      const state = stateOf(domain)
      state.interval = Math.min(Math.max(FIRST, state.interval * 2), Math.max(SLOWEST, least(domain)))
      state.next = Math.max(state.next, now() + state.interval)
    },
  }
}

/** "example.com=30, *=600" → rules; undefined: not of that form. */
export function readPace(text: string): PaceRules | undefined {
  const rules = new Map<string, number>()
  for (const part of text.split(",")) {
    const [, domain, perMinute] = /^\s*(\*|[a-z0-9.-]+)\s*=\s*(\d{1,6})\s*$/i.exec(part) ?? []
    if (domain === undefined || Number(perMinute) === 0) return undefined
    rules.set(domain.toLowerCase(), Number(perMinute))
  }
  return rules
}
