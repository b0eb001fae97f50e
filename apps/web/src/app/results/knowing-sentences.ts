// The sentence above claimed and shown. It says what people claim, what they show, and how sure the distance is.

import type { Knowing, KnowingGroup, KnowingObjective } from "@throughline/analysis"
import { count, counted, percent } from "../format.ts"
import { estimateText, pointsText, rangeText } from "./estimate-text.ts"
import type { Finding } from "./sentences.ts"
import { groupLabel, unitsBelow } from "./told-groups.ts"

/** What an objective question is called on this page, and what people do who show it. */
const words: Record<string, { name: string; share: (shown: string) => string; column: string }> = {
  mission: {
    name: "The mission, recognised among others",
    share: (shown) => `${shown} recognise the mission`,
    column: "Recognise the mission",
  },
  priorities: {
    name: "The three priorities, share named",
    share: (shown) => `on average ${shown} of the three priorities are named`,
    column: "Priorities named",
  },
  "priorities-all": {
    name: "The three priorities, all of them",
    share: (shown) => `${shown} name all three priorities`,
    column: "Name all three priorities",
  },
}

const wordsOf = ({ id, text }: KnowingObjective) =>
  words[id] ?? { name: text, share: (shown: string) => `${shown} show it`, column: "Show it" }

export const objectiveName = (objective: KnowingObjective): string => wordsOf(objective).name
export const shownColumn = (objective: KnowingObjective): string => wordsOf(objective).column

/** What is looked at first: who names all priorities, for that is a share of people, as what is claimed is. */
const order = ["priorities-all", "priorities", "mission"]

/** What people say who claim it. */
const claims: Record<string, string> = {
  strategy: "say the strategy is clear to them",
  "mission-clarity": "say the mission is clear to them",
  "vision-clarity": "say the vision is clear to them",
}

export function firstObjective({ objectives }: Knowing, wanted: string | null): KnowingObjective | undefined {
  const rank = ({ id }: KnowingObjective) => (order.indexOf(id) + order.length + 1) % (order.length + 1)
  return objectives.find(({ id }) => id === wanted) ?? [...objectives].sort((a, b) => rank(a) - rank(b))[0]
}

export const knowingOf = (objective: KnowingObjective, group: string): KnowingGroup | undefined =>
  objective.groups.find((one) => one.group === group)

const inSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/** Do they know, or think they know? */
export function knowingFinding(objective: KnowingObjective, group: string, where: string): Finding {
  const told = knowingOf(objective, group)
  const guess = Math.round(objective.chance)
  if (told === undefined)
    return {
      headline: `Whether they know cannot be told${where}`,
      sure: "Too few answered this question. Nothing is estimated for them.",
    }
  const shown = wordsOf(objective).share(estimateText(told.shown, told.shownBound))
  const beyond = beyondText(told, guess)
  if (objective.claim === null)
    return {
      headline: `${sentenceStart(shown)}${where}`,
      sure: `${beyond} The questionnaire does not ask whether people think they know, so there is no gap to show.`,
    }
  const { claimed, gap } = told
  const { id, name } = objective.claim
  if (claimed === null)
    return {
      headline: `${sentenceStart(shown)}${where}`,
      sure: `${beyond} What people claim about it (${inSentence(name)}) is hidden here.`,
    }
  const claim = `${estimateText(claimed, told.claimedBound)} ${claims[id] ?? `claim it (${inSentence(name)})`}`
  if (gap === null)
    return {
      headline: `${claim}${where}, and ${shown}`,
      sure: `${beyond} Both are told only as bounds, so the distance between them is not told.`,
    }
  const size = `Claimed less shown is ${pointsText(gap, told.gapBound)} points, 95% interval ${rangeText(gap)}.`
  const headline = {
    illusion: `They think they know${where}: ${claim}, ${shown}`,
    modest: `They know more than they claim${where}: ${claim}, ${shown}`,
    "no-gap": `They know about what they claim${where}: ${claim}, ${shown}`,
    "cannot-tell": `${claim}${where}, and ${shown}`,
  }[told.finding]
  const unsure =
    told.finding === "cannot-tell"
      ? " The interval is too wide to tell whether people know what they claim."
      : ""
  return { headline, sure: `${size}${unsure} ${beyond}` }
}

/** "Guessing gets 38% right; beyond that 28 of 100 is known (25 to 31)." */
function beyondText({ beyondChance, n }: KnowingGroup, guess: number): string {
  const guessing = `Guessing gets ${percent(guess)} right`
  if (beyondChance.low <= 0)
    return beyondChance.high < 0
      ? `${guessing}, and this is less. ${count(n)} answered.`
      : `${guessing}: this may be no more than guessing. ${count(n)} answered.`
  return `${guessing}; on a scale from guessing (0) to everybody knows (100) they stand at ${pointsText(beyondChance)}, 95% interval ${rangeText(beyondChance)}. ${count(n)} answered.`
}

/** Which unit below has the widest gap that is more than who did not answer can explain. */
export function widestGap(knowing: Knowing, objective: KnowingObjective, root: string): Finding {
  const units = unitsBelow(knowing.groups, root).flatMap((unit) => {
    const told = knowingOf(objective, unit.id)
    return told?.gap ? [{ unit, told, gap: told.gap }] : []
  })
  const few = units.filter(({ told }) => told.finding === "illusion")
  const [widest] = few.sort((a, b) => b.gap.value - a.gap.value)
  if (units.length === 0)
    return { headline: "Unit by unit", sure: "No unit has both figures to set beside each other." }
  if (widest === undefined)
    return {
      headline: "No unit claims clearly more than it shows",
      sure: `${counted(units.length, "unit", "units")} can be compared.`,
    }
  return {
    headline: `Widest in ${groupLabel(widest.unit)}: ${pointsText(widest.gap, widest.told.gapBound)} points between claimed and shown`,
    sure: `95% interval ${rangeText(widest.gap)}.${few.length > 1 ? ` In ${count(few.length)} of ${counted(units.length, "unit", "units")} people claim clearly more than they show; which is widest is partly luck.` : ""}`,
  }
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
