import "./charts.css"

export { AgreementMatrix, type AgreementMatrixProps } from "./agreement-matrix.tsx"
export { ChoiceBars, type ChoiceBarsProps } from "./choice-bars.tsx"
export { CutChart, type CutChartProps, type CutCohort, type CutNode } from "./cut-chart.tsx"
export { type DriverLine, DriverToDate, type DriverToDateProps } from "./driver-to-date.tsx"
export { type DumbbellRow, Dumbbells, type DumbbellsProps } from "./dumbbells.tsx"
export { ForestPlot, type ForestProps, type ForestRow } from "./forest.tsx"
export {
  formatCorrelation,
  formatCount,
  formatDifference,
  formatFigure,
  formatInterval,
  formatMean,
  formatShare,
  formatStep,
  type HiddenReason,
  hiddenWords,
  tooFew,
} from "./format.ts"
export { HeatLegend, HeatMap, type HeatMapProps } from "./heat-map.tsx"
export { heatClass } from "./heat-scale.ts"
export { Icicle, type IcicleProps } from "./icicle.tsx"
export type { IcicleFigures } from "./icicle-cell.tsx"
export { Ladder, type LadderProps, type LadderRow } from "./ladder.tsx"
export { LineMark, type LineMarkProps } from "./line-mark.tsx"
export { LinkScatter, type LinkScatterProps, type ScatterPoint } from "./link-scatter.tsx"
export { MeasureBars, type MeasureBarsProps, type MeasureRow } from "./measure-bars.tsx"
export {
  ParticipationChart,
  type ParticipationChartProps,
  type ParticipationRow,
} from "./participation-chart.tsx"
export { type Foretold, PredictionBand, type PredictionBandProps } from "./prediction-band.tsx"
export { type PredictionRow, PredictionRows, type PredictionRowsProps } from "./prediction-rows.tsx"
export { Profiles, type ProfilesProps } from "./profiles.tsx"
export { type QuadrantPoint, Quadrants, type QuadrantsProps } from "./quadrants.tsx"
export {
  type ScoredPrediction,
  ScoredPredictions,
  type ScoredPredictionsProps,
} from "./scored-predictions.tsx"
export type { ChartStep } from "./step-between.ts"
export { textWidth, wrap as wrapWords } from "./text-width.ts"
export {
  Throughline,
  type ThroughlineBranch,
  type ThroughlineLayer,
  type ThroughlineProps,
} from "./throughline.tsx"
export { type TimePanel, TimePanels, type TimePanelsProps, type TimePoint } from "./time-panels.tsx"
export { TopicBars, type TopicBarsProps, type TopicBlock } from "./topic-bars.tsx"
export {
  type GridCell,
  type GridLayer,
  type GridUnit,
  UnitLayerGrid,
  type UnitLayerGridProps,
} from "./unit-layer-grid.tsx"
export { type WaveStrip, WaveStrips, type WaveStripsProps } from "./wave-strips.tsx"
