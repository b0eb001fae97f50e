import type { MeasureSpec } from "@throughline/analysis"
import type { ViewedRelease } from "../api.ts"
import { listed } from "../format.ts"

export interface MeasureChoice {
  group: string
  items: { value: string; label: string }[]
}

/** Everything that can be looked at: composites, constructs, and the items of each construct. */
export function measureChoices(measures: MeasureSpec): MeasureChoice[] {
  const all = [
    { group: "Together", items: measures.composites.map(({ id, name }) => ({ value: id, label: name })) },
    { group: "Constructs", items: measures.constructs.map(({ id, name }) => ({ value: id, label: name })) },
    ...measures.constructs.map((construct) => ({
      group: `Items: ${construct.name}`,
      items: construct.items.map(({ id, text }) => ({ value: id, label: text })),
    })),
  ]
  return all.filter(({ items }) => items.length > 0)
}

/**
 * A measure's name inside a sentence. A composite names its parts after a colon ("The message: mission, vision"):
 * only what stands before it is said. Items stand in quotation marks.
 */
export function measureName(measures: MeasureSpec, id: string): string {
  for (const { id: own, name } of measures.composites) if (own === id) return name.split(":")[0] ?? name
  for (const { id: own, name } of measures.constructs) if (own === id) return name
  for (const { items } of measures.constructs) {
    for (const item of items) if (item.id === id) return `“${item.text}”`
  }
  return id
}

/** The construct a measure is or belongs to; undefined for composites. */
export function constructOf(
  measures: MeasureSpec,
  id: string,
): MeasureSpec["constructs"][number] | undefined {
  return measures.constructs.find(
    (construct) => construct.id === id || construct.items.some((item) => item.id === id),
  )
}

/** A construct whose questions go to people with reports alone stands on other people's answers than the rest. */
export function askedOf({ measures, managersOnly = [] }: ViewedRelease) {
  const isForSome = ({ id }: { id: string }) => managersOnly.includes(id)
  return {
    everyone: measures.constructs.filter((construct) => !isForSome(construct)),
    peopleWithReports: measures.constructs.filter(isForSome),
  }
}

/** What is shown first: the composite of the message, else the first construct; "" where nothing is measured. */
export function firstMeasure(measures: MeasureSpec): string {
  return measures.composites[0]?.id ?? measures.constructs[0]?.id ?? ""
}

/** "Mission clarity, vision clarity and strategy together. " for a composite, "" for what needs no saying. */
export function partsText(measures: MeasureSpec, id: string): string {
  const composite = measures.composites.find((one) => one.id === id)
  if (!composite) return ""
  const parts = composite.constructs.flatMap(
    (part) => measures.constructs.find((one) => one.id === part)?.name ?? [],
  )
  const [first, ...rest] = parts
  return first === undefined ? "" : `${listed([first, ...rest.map((part) => part.toLowerCase())])} together. `
}
