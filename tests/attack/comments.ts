import type { Written } from "./figures.ts"

/**
 * People of whom something is told beside fewer than k: in one release by a count, and between two by the texts that are
 * new in the later one, each with its topic and group. Of a text with neither nothing is told but its words.
 *
 * `answered`: by coarser group how many answered the survey. A topic that nearly all of a group wrote about is told of each.
 */
export function singledOutByTexts(
  written: readonly Written[],
  answered: ReadonlyMap<number, number>,
  k: number,
): number {
  let most = 0
  for (const question of new Set(written.map((one) => one.question))) {
    const releases = distinct(written.filter((one) => one.question === question))
    let people = 0
    for (const [at, { counts, comments }] of releases.entries()) {
      for (const count of counts) {
        const all = count.group === null ? Number.POSITIVE_INFINITY : (answered.get(count.group) ?? 0)
        if (count.people < k) people += count.people
        else if (count.people > 0.9 * all) people += count.people
      }
      for (const earlier of releases.slice(0, at)) {
        for (const fresh of labelled(added(earlier.comments, comments)).values())
          if (fresh < k) people += fresh
      }
    }
    most = Math.max(most, people)
  }
  return most
}

type Text = Written["comments"][number]

/** Looks at the same release are one. */
function distinct(seen: readonly Written[]): Written[] {
  const byContent = new Map<string, Written>()
  for (const one of seen) {
    const key = JSON.stringify([one.counts, one.comments.map((text) => JSON.stringify(text)).sort()])
    if (!byContent.has(key)) byContent.set(key, one)
  }
  return [...byContent.values()]
}

/** Pairs off what stands in both as it is, then what may have changed its topic or group; the rest is new. */
function added(before: readonly Text[], after: readonly Text[]): Text[] {
  const whole = (text: Text) => JSON.stringify([text.topic, text.group, text.text])
  const rest = unpaired(before, after, whole)
  return unpaired(rest.before, rest.after, ({ text }) => text).after
}

function unpaired(before: readonly Text[], after: readonly Text[], key: (text: Text) => string) {
  const left = [...before]
  const fresh = after.filter((one) => {
    const at = left.findIndex((other) => key(other) === key(one))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { before: left, after: fresh }
}

function labelled(texts: readonly Text[]): Map<string, number> {
  const cells = new Map<string, number>()
  for (const { topic, group } of texts) {
    if (topic === null && group === null) continue
    const key = JSON.stringify([topic, group])
    cells.set(key, (cells.get(key) ?? 0) + 1)
  }
  return cells
}
