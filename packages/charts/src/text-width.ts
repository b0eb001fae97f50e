// Charts are drawn without a DOM, so a label's width is looked up, not measured. Widths in 1/100 em of Inter at
// weight 400 with tabular figures; heavier weights add at most 4 %.
const latin =
  " 28!29\"47#63$64%98&64'30(36)36*50+66,29-46.29/36:29;30<66=66>66?51@97A69B65C73D72E60F59G75H74I27J57K67L57M90N75O76P64Q76R64S64T65U74V69W99X68Y68Z63[36\\36]36^47_46`32a56b61c57d61e58f37g61h59i24j24k55l24m88n59o60p61q61r38s53t33u59v56w82x55y56z55{43|33}43~66–50—100−66…86·29≤55≥55’26“44”44×66±66"

const digit = 64
const emWidth = new Map<string, number>()
for (const match of latin.matchAll(/(\D)(\d+)/gu)) emWidth.set(match[1] ?? "", Number(match[2]))

function characterWidth(character: string): number {
  if (character >= "0" && character <= "9") return digit
  const known = emWidth.get(character) ?? emWidth.get(character.normalize("NFD").charAt(0))
  if (known !== undefined) return known
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x300 && code <= 0x36f) return 0
  if (code >= 0x590 && code <= 0x8ff) return 58 // Hebrew and Arabic, in whatever face the system has
  if (code >= 0x2e80) return 102 // Chinese, Japanese, Korean, emoji
  return 74
}

/** Width of a label in px at a font size in px. A little generous: a label may end early, never late. */
export function textWidth(text: string, size: number, weight = 400): number {
  let hundredths = 0
  for (const character of text) hundredths += characterWidth(character)
  return (hundredths / 100) * size * (weight >= 500 ? 1.04 : 1)
}

/** The text, or as much of its beginning as fits into `width` px with an ellipsis; "" when nothing sensible fits. */
export function ellipsize(text: string, width: number, size: number, weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text
  const room = width - textWidth("…", size, weight)
  let taken = ""
  let used = 0
  for (const character of text) {
    used += textWidth(character, size, weight)
    if (used > room) break
    taken += character
  }
  const stem = taken.replace(/[\s,·–-]+$/u, "")
  return stem.length < 2 ? "" : `${stem}…`
}

/** Breaks at spaces into at most `lines` lines of `width` px; the last one is ellipsized when more is left. */
export function wrap(text: string, width: number, size: number, lines: number, weight = 400): string[] {
  const result: string[] = []
  let words = text.split(/\s+/u).filter((word) => word !== "")
  while (words.length > 0 && result.length < lines) {
    if (result.length === lines - 1) return [...result, ellipsize(words.join(" "), width, size, weight)]
    let taken = 1
    while (taken < words.length && textWidth(words.slice(0, taken + 1).join(" "), size, weight) <= width)
      taken++
    result.push(ellipsize(words.slice(0, taken).join(" "), width, size, weight))
    words = words.slice(taken)
  }
  return result
}
