/** What HR fills in: the organization's own words, and wrong ones that sound as if they could be right. */
export interface StrategyWords {
  mission: string
  /** Four. */
  missionDecoys: string[]
  vision: string
  /** Three. */
  priorities: string[]
  /** Four to six. */
  priorityDecoys: string[]
}

/** `field` is "mission", "missionDecoys" (the list as a whole) or "missionDecoys.0" (one entry, from 0). */
export interface WordsFault {
  field: string
  message: string
}

/** Most characters of one text: what can be read at a glance on a phone among others of its kind. */
const LONGEST = { mission: 300, vision: 600, priority: 120 }

/** Every fault that would make the objective questions unfair or unreadable; empty when the words can be used. */
export function checkWords(words: StrategyWords): WordsFault[] {
  return [
    ...textFaults("mission", words.mission, LONGEST.mission),
    ...textFaults("vision", words.vision, LONGEST.vision),
    ...listFaults("missionDecoys", words.missionDecoys, 4, 4, LONGEST.mission),
    ...listFaults("priorities", words.priorities, 3, 3, LONGEST.priority),
    ...listFaults("priorityDecoys", words.priorityDecoys, 4, 6, LONGEST.priority),
    ...duplicateFaults([["mission", words.mission], ...entries("missionDecoys", words.missionDecoys)]),
    ...duplicateFaults([
      ...entries("priorities", words.priorities),
      ...entries("priorityDecoys", words.priorityDecoys),
    ]),
  ]
}

/** As respondents read it: surrounding and repeated white space would otherwise mark a text that was pasted in. */
export function tidy(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim()
}

function textFaults(field: string, text: string, longest: number): WordsFault[] {
  const length = tidy(text).length
  if (length === 0) return [{ field, message: "This is empty." }]
  if (length <= longest) return []
  return [
    { field, message: `This has ${length} characters; at most ${longest} can be read well on a phone.` },
  ]
}

function listFaults(
  field: string,
  texts: string[],
  least: number,
  most: number,
  longest: number,
): WordsFault[] {
  const faults = entries(field, texts).flatMap(([name, text]) => textFaults(name, text, longest))
  if (texts.length >= least && texts.length <= most) return faults
  const wanted = least === most ? `${least}` : `${least} to ${most}`
  return [{ field, message: `There are ${texts.length}; ${wanted} are needed.` }, ...faults]
}

function duplicateFaults(named: [string, string][]): WordsFault[] {
  const first = new Map<string, string>()
  return named.flatMap(([field, text]) => {
    const same = tidy(text)
      .toLowerCase()
      .replace(/[.!。؟?]+$/u, "")
    const earlier = first.get(same)
    if (same !== "" && earlier !== undefined) return [{ field, message: `This says the same as ${earlier}.` }]
    first.set(same, field)
    return []
  })
}

function entries(field: string, texts: string[]): [string, string][] {
  return texts.map((text, at) => [`${field}.${at}`, text])
}
