import type { Objective, Release, ReleaseGroup } from "../release.ts"
import { toPercent } from "../round.ts"
import { gapOf, product } from "./combine.ts"
import { factsOf } from "./group-facts.ts"
import { worthOfPerson } from "./spread-of-shares.ts"
import {
  type Bound,
  both,
  couldSay,
  percents,
  ranged,
  type Shown,
  type ToldShare,
  toldShare,
} from "./told-share.ts"
import type { Estimate, Knowing, KnowingGroup, KnowingObjective } from "./types.ts"

/**
 * Claimed against shown, by layer and unit: how many know the mission and the priorities, how far beyond guessing, and
 * how many more (or fewer) say they do. Only told figures go in, rounded as they are, so nothing comes out that the
 * release does not tell; of a leader's part it is of that part.
 */
export function knowing(release: Release): Knowing {
  const objectives = (release.measures.objectives ?? []).map((objective) => ofObjective(objective, release))
  const choices = release.choices ?? []
  const named = new Set([
    ...objectives.flatMap(({ groups }) => groups.map(({ group }) => group)),
    ...choices.flatMap(({ groups }) => groups.map(({ group }) => group)),
  ])
  return { groups: factsOf(release.groups, named), objectives, choices }
}

function ofObjective(objective: Objective, { groups, measures }: Release): KnowingObjective {
  const { id, text, chance } = objective
  const claim = measures.constructs.find((construct) => construct.id === objective.claim)
  const columns = objective.columns.join()
  const ofAll = measures.objectives?.find(({ every, columns: same }) => every && same.join() === columns)?.id
  return {
    ...{ id, text, chance: toPercent(chance) },
    claim: claim ? { id: claim.id, name: claim.name } : null,
    groups: groups.flatMap((group) => {
      const cell = shownCell(group, id)
      if (cell === undefined || group.kind === "window" || group.kind === "elsewhere") return []
      const all = ofAll === undefined ? undefined : shownCell(group, ofAll)
      return [ofGroup({ group, cell, all, claim: shownCell(group, claim?.id) }, objective)]
    }),
  }
}

/** Smaller differences between what is claimed and shown than this many points are no gap. */
const near = 15

function ofGroup(
  told: { group: ReleaseGroup; cell: Shown; all: Shown | undefined; claim: Shown | undefined },
  { chance, columns, every: isOfAll }: Objective,
): KnowingGroup {
  const { cell, group } = told
  const asked = answerers(cell, group.respondents)
  const tried = { value: cell.n / asked.value, least: cell.n / asked.most, most: cell.n / asked.least }
  const right = toldShare(cell, "favourable")
  const shown = both(right, tried)

  // Without a told share of those who know all, anybody may.
  const all = told.all === undefined ? 1 : toldShare(told.all, "favourable").most
  const parts = isOfAll ? 1 : columns.length
  const worthOfTried = (share: number) => worthOfPerson(share, all, parts)
  const worthOfAsked = (share: number) => worthOfPerson(share, all * tried.most, parts)
  const shownRange = ranged(shown, asked.value, worthOfAsked)

  // Where guessing gets everything right, nothing is beyond it.
  const beyond = (share: number) => (chance < 1 ? (share - chance) / (1 - chance) : 0)
  const triedRight = ranged(right, cell.n, worthOfTried)
  const ofTried = {
    value: beyond(triedRight.value),
    low: beyond(triedRight.low),
    high: beyond(triedRight.high),
  }

  // Whoever cannot say what the claim is about claims nothing, as whoever cannot say which it is shows nothing.
  const claimed = told.claim && both(toldShare(told.claim, "favourable"), couldSay(told.claim))
  const claimedRange = told.claim && claimed && ranged(claimed, told.claim.n)
  const estimates = { shown: percents(shownRange), claimed: claimedRange ? percents(claimedRange) : null }
  const open = gapBound(claimed?.bound, shown.bound)
  const gap =
    claimedRange && estimates.claimed && open !== "open"
      ? {
          ...percents(gapOf(claimedRange, shownRange)),
          // As a reader subtracts them.
          value: estimates.claimed.value - estimates.shown.value,
        }
      : null
  return {
    ...{ group: group.id, n: asked.value, shown: estimates.shown },
    ...(shown.bound === undefined ? {} : { shownBound: shown.bound }),
    claimed: estimates.claimed,
    ...(claimed?.bound === undefined ? {} : { claimedBound: claimed.bound }),
    beyondChance: percents(product(ofTried, ranged(tried, asked.value))),
    gap,
    ...(gap === null || open === undefined || open === "open" ? {} : { gapBound: open }),
    finding: findingOf(gap),
  }
}

/** Of a difference of which one side, or both, are told as a bound; "open": it may be larger or smaller. */
function gapBound(claimed: Bound | undefined, shown: Bound | undefined): Bound | "open" | undefined {
  if (shown === undefined) return claimed
  const ofShown = shown === "at-least" ? "at-most" : "at-least"
  return claimed === undefined || claimed === ofShown ? ofShown : "open"
}

function findingOf(gap: Estimate | null): KnowingGroup["finding"] {
  if (gap === null) return "cannot-tell"
  if (gap.low > 0) return "illusion"
  if (gap.high < 0) return "modest"
  return gap.low >= -near && gap.high <= near ? "no-gap" : "cannot-tell"
}

/**
 * How many answered, "cannot say" among them. A cell tells how many tried and the percent that could not say, so it is a
 * whole number from `least` to `most`, mostly the only one.
 */
function answerers({ n, ...cell }: Shown, respondents: number): ToldShare {
  const unable = toldShare({ n, ...cell }, "cannotSay")
  const tiny = 1e-9
  const within = (count: number) => Math.min(Math.max(count, n), Math.max(n, respondents))
  const least = within(Math.ceil(n / (1 - unable.least) - tiny))
  const most = Math.max(
    least,
    within(unable.most < 1 ? Math.floor(n / (1 - unable.most) + tiny) : respondents),
  )
  const drawn = unable.bound === "at-most" ? least : Math.round(n / (1 - Math.min(unable.value, 0.999)))
  return { value: Math.min(Math.max(drawn, least), most), least, most }
}

function shownCell({ cells }: ReleaseGroup, id: string | undefined): Shown | undefined {
  const cell = id === undefined ? undefined : cells[id]
  return cell?.state === "shown" ? cell : undefined
}
