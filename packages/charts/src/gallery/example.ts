import type { ReactElement } from "react"

/** A chart with made-up data: an entry of the gallery, and a case of the regression suite. */
export interface Example {
  /** kebab-case; the snapshot's file name */
  id: string
  chart:
    | "Throughline"
    | "TopicBars"
    | "Ladder"
    | "CutChart"
    | "ParticipationChart"
    | "Icicle"
    | "UnitLayerGrid"
    | "HeatMap"
    | "MeasureBars"
    | "LineMark"
    | "Dumbbells"
    | "AgreementMatrix"
    | "ChoiceBars"
    | "Quadrants"
    | "WaveStrips"
    | "Profiles"
    | "DriverToDate"
    | "PredictionBand"
    | "PredictionRows"
    | "ScoredPredictions"
    | "ForestPlot"
    | "LinkScatter"
    | "TimePanels"
  /** the headline that would stand above it */
  headline: string
  widths: readonly number[]
  /** a break is confirmed in it: the only reason for vermilion */
  confirmed?: true
  draw: (width: number) => ReactElement
}

export const bothWidths = [390, 1100] as const
export const everyWidth = [320, 390, 640, 1100, 1400] as const
