import { across, engagementBeside, knowing, type Release } from "@throughline/analysis"
import type { Seen } from "./collect.ts"

const kinds = { knowing, across, engagement: engagementBeside }
const derived = /\/(knowing|across|engagement)$/

export const isDerived = ({ route }: Pick<Seen, "route">) => derived.test(route)

/** Routes whose figures are worked out of a release when somebody looks. */
export interface WorkedOut {
  /** How many numbers they told. */
  count: number
  /** Answers that hold anything that does not follow from the release which the same looker had at the same time. */
  unread: string[]
}

/**
 * What is worked out of told figures tells nothing more: whoever has the release can work it out too. So it is enough that
 * each answer is, byte for byte, what the same looker can make of the release that he has.
 */
export function readDerived(seen: readonly Seen[]): WorkedOut {
  const key = ({ look, role, path }: Seen) => `${look} ${role} ${/[0-9a-f-]{36}/.exec(path)?.[0] ?? ""}`
  const releases = new Map(
    seen
      .filter(({ status, path }) => status === 200 && path.endsWith("/release"))
      .map((one) => [key(one), one.text]),
  )
  const unread = new Set<string>()
  let count = 0
  for (const one of seen) {
    const kind = derived.exec(one.route)?.[1] as keyof typeof kinds | undefined
    if (kind === undefined || one.status !== 200) continue
    const release = releases.get(key(one))
    const own = release === undefined ? undefined : kinds[kind](JSON.parse(release) as Release)
    if (own === undefined || one.text !== JSON.stringify(own)) unread.add(`${one.route} of ${one.role}`)
    count += numbersIn(JSON.parse(one.text))
  }
  return { count, unread: [...unread] }
}

function numbersIn(json: unknown): number {
  if (typeof json === "number") return 1
  if (json === null || typeof json !== "object") return 0
  return Object.values(json).reduce((sum: number, one) => sum + numbersIn(one), 0)
}
