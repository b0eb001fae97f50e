import type { MeasureSpec } from "@throughline/analysis"

/** What is correlated with KPIs: summaries and topics. What people show and single questions are not. */
export interface Asked {
  id: string
  name: string
  kind: "composite" | "construct"
}

export function askedIn({ composites, constructs }: MeasureSpec): Asked[] {
  return [
    ...composites.map(({ id, name }): Asked => ({ id, name, kind: "composite" })),
    ...constructs.map(({ id, name }): Asked => ({ id, name, kind: "construct" })),
  ]
}

/** Whether an earlier survey asked it of the same questions: only then do its units stand beside those of this one. */
export function isAskedAlike({ id }: Asked, earlier: MeasureSpec, now: MeasureSpec): boolean {
  const asked = questionsOf(id, now)
  return asked !== undefined && questionsOf(id, earlier) === asked
}

function questionsOf(id: string, { composites, constructs }: MeasureSpec): string | undefined {
  const construct = constructs.find((one) => one.id === id)
  if (construct) return JSON.stringify(construct.items.map((item) => item.id).sort())
  const composite = composites.find((one) => one.id === id)
  if (!composite) return undefined
  const parts = composite.constructs.toSorted()
  return JSON.stringify(parts.map((part) => [part, questionsOf(part, { composites: [], constructs })]))
}
