import { ParticipationChart, type ParticipationRow } from "../participation-chart.tsx"
import { bothWidths, type Example, everyWidth } from "./example.ts"

const rows: ParticipationRow[] = [
  { id: "all", label: "Everybody", rate: 65, invited: 1187 },
  { id: "u1", label: "Operations", rate: 40, invited: 612, depth: 1, attention: true },
  { id: "u1a", label: "Depot North", rate: 10, invited: 88, depth: 2, attention: true },
  { id: "u1b", label: "Depot South", rate: 55, invited: 102, depth: 2 },
  { id: "u2", label: "Product", rate: 90, invited: 74, depth: 1 },
  { id: "u3", label: "Legal", rate: null, invited: 9, depth: 1 },
  { id: "u4", label: "Finance", rate: 80, invited: 61, depth: 1 },
]

export const participationExamples: Example[] = [
  {
    id: "participation-ordinary",
    chart: "ParticipationChart",
    headline: "Operations has not been reached yet",
    widths: everyWidth,
    draw: (width) => (
      <ParticipationChart rows={rows} width={width} onSelect={() => undefined} selected="u1" />
    ),
  },
  {
    id: "participation-extreme",
    chart: "ParticipationChart",
    headline: "Long names, Arabic names, nobody and everybody",
    widths: bothWidths,
    draw: (width) => (
      <ParticipationChart
        rows={[
          {
            id: "a",
            label: "Regional Infrastructure Maintenance, Signalling and Overhead Line Renewal, North-East",
            rate: 5,
            invited: 12345,
          },
          { id: "b", label: "قسم الموارد البشرية والتطوير التنظيمي", rate: 100, invited: 12, depth: 3 },
          { id: "c", label: "Büro für Öffentlichkeitsarbeit", rate: 50, invited: 20, depth: 6 },
        ]}
        width={width}
      />
    ),
  },
  {
    id: "participation-hidden",
    chart: "ParticipationChart",
    headline: "All too small to show",
    widths: bothWidths,
    draw: (width) => (
      <ParticipationChart
        rows={rows.slice(0, 2).map((row) => ({ ...row, rate: null, attention: false }))}
        width={width}
      />
    ),
  },
]
