import { AgreementMatrix } from "../agreement-matrix.tsx"
import { bothWidths, type Example, everyWidth } from "./example.ts"

const names = [
  "Operations",
  "Sales and Service",
  "Engineering",
  "Finance",
  "Supply Chain",
  "People",
  "Marketing",
]
const units = names.map((name, at) => ({ id: String(at), name }))
const values = [
  [-0.42, -0.1, -0.6, 0.1, -0.9, -0.2],
  [0.82, 0.7, 0.5, null, 0.64],
  [0.9, 0.3, null, 0.55],
  [0.22, null, 0.48],
  [null, 0.05],
  [null],
]
const agreement = names.map((_, row) =>
  names.map((_, at) => (row === at ? null : (values[Math.min(row, at)]?.[Math.abs(row - at) - 1] ?? null))),
)

export const agreementExamples: Example[] = [
  {
    id: "agreement-ordinary",
    chart: "AgreementMatrix",
    headline: "Operations puts other things first than everybody else",
    widths: everyWidth,
    draw: (width) => (
      <AgreementMatrix units={units} agreement={agreement} width={width} title="Who agrees with whom" />
    ),
  },
  {
    id: "agreement-two",
    chart: "AgreementMatrix",
    headline: "Two that agree",
    widths: bothWidths,
    draw: (width) => (
      <AgreementMatrix
        units={units.slice(1, 3)}
        agreement={[
          [null, 1],
          [1, null],
        ]}
        width={width}
        title="Who agrees with whom"
      />
    ),
  },
]
