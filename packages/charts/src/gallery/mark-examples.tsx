import { LineMark } from "../line-mark.tsx"
import type { Example } from "./example.ts"

export const markExamples: Example[] = [
  {
    id: "mark-logo",
    chart: "LineMark",
    headline: "The logo",
    widths: [20, 48, 96],
    draw: (width) => <LineMark progress={1} width={width} height={width * 1.3} title="Throughline" />,
  },
  {
    id: "mark-progress",
    chart: "LineMark",
    headline: "Progress of the questionnaire, lying",
    widths: [320],
    draw: (width) => <LineMark progress={0.4} width={width} height={16} />,
  },
  {
    id: "mark-progress-standing",
    chart: "LineMark",
    headline: "Progress, standing; nothing yet",
    widths: [16],
    draw: (width) => <LineMark progress={0} width={width} height={120} />,
  },
]
