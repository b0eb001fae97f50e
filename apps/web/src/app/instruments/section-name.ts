import { type Instrument, type Language, word } from "@throughline/instrument"
import type { Section } from "./sections.ts"

/** What a section is called for whoever edits: the construct, or the heading of the page. */
export function sectionName(
  instrument: Instrument,
  section: Pick<Section, "kind" | "id">,
  language: Language,
): string {
  const construct = instrument.constructs.find(({ id }) => id === section.id)
  const page = instrument.pages.find(({ id }) => id === section.id)
  if (section.kind === "construct") return word(construct?.name ?? {}, language) || "Topic without a name"
  if (section.kind === "page") return word(page?.title ?? {}, language) || "Page without a heading"
  return "On no page yet"
}

/** Whether that name is in this language rather than in another. */
export function isNamedIn(
  instrument: Instrument,
  section: Pick<Section, "kind" | "id">,
  language: Language,
): boolean {
  const construct = instrument.constructs.find(({ id }) => id === section.id)
  const page = instrument.pages.find(({ id }) => id === section.id)
  const wording = section.kind === "construct" ? construct?.name : page?.title
  return (wording?.[language] ?? "") !== ""
}
