import type { Instrument } from "@throughline/instrument"
import { sectionOf, sectionsOf } from "./sections.ts"

/** Where the way back is shown: before what followed the removed thing, or at the end of what held it. */
export function undoPlace(before: Instrument, after: Instrument, where: string): string {
  const [list, id] = where.split("/")
  const [was, is] = [sectionsOf(before), sectionsOf(after)]
  if (list === "questions" && id) {
    if (after.questions.some((one) => one.id === id)) return where
    const section = sectionOf(before, id)
    const ids = section?.questions.map((one) => one.id) ?? []
    const next = ids[ids.indexOf(id) + 1]
    if (next) return `questions/${next}`
    return section?.kind === "loose"
      ? "end"
      : `${section?.kind === "page" ? "pages" : "constructs"}/${section?.id}/end`
  }
  const at = was.findIndex((one) => one.id === id)
  const next = was
    .slice(at + 1)
    .find((one) => is.some((other) => other.kind === one.kind && other.id === one.id))
  return next && next.kind !== "loose" ? `${next.kind === "page" ? "pages" : "constructs"}/${next.id}` : "end"
}
