import type { Links } from "../api.ts"
import { DataTable } from "../frame/figure.tsx"
import { Section } from "../frame/page.tsx"
import { besideTable } from "./link-tables.ts"
import { besideText } from "./link-words.ts"

/** Engagement's link beside alignment's, on the same units. */
export function Beside({ links }: { links: Links }) {
  if (links.engagement === null || links.engagement.kpis.length === 0) return null
  return (
    <Section title="Engagement beside alignment" lead={besideText(links)}>
      <DataTable table={besideTable(links)} />
      <p className="app-source">
        Correlations over units of which both are told, in the period of the survey; in brackets 95%
        intervals. They are for comparison and in no family of tests.
      </p>
    </Section>
  )
}
