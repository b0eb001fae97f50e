import type { StrategyWords } from "@throughline/instrument"

const KEY = "throughline.words-draft"

export const noWords: StrategyWords = {
  mission: "",
  missionDecoys: ["", "", "", ""],
  vision: "",
  priorities: ["", "", ""],
  priorityDecoys: ["", "", "", ""],
}

/** What was typed and not saved before this tab went elsewhere; the Back button cannot be asked. */
export function rememberedDraft(): StrategyWords | null {
  try {
    const text = sessionStorage.getItem(KEY)
    return text === null ? null : { ...noWords, ...(JSON.parse(text) as StrategyWords) }
  } catch {
    return null
  }
}

export function rememberDraft(words: StrategyWords | null): void {
  try {
    if (words === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, JSON.stringify(words))
  } catch {
    // Storage may be switched off; then the draft lives as long as the page.
  }
}

/** Whether saving would change nothing: the server trims each text, and keeps the fields in an order of its own. */
export function sameWords(a: StrategyWords, b: StrategyWords): boolean {
  const lines = (words: StrategyWords) =>
    [[words.mission], words.missionDecoys, [words.vision], words.priorities, words.priorityDecoys].map(
      (texts) => texts.map((text) => text.trim()),
    )
  return JSON.stringify(lines(a)) === JSON.stringify(lines(b))
}
