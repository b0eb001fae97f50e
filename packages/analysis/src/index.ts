export { analyse } from "./analyse.ts"
export type { AttributeInput, AttributeRow, AttributeTable, AttributeValue } from "./attribute.ts"
export { audit, type Finding } from "./audit.ts"
export type {
  AnalysisInput,
  AtomInfo,
  Beside,
  Bounds,
  Cell,
  Distribution,
  Earlier,
  Grouping,
  HiddenReason,
  Interval,
  MeasureSpec,
  Observations,
  Release,
  ReleaseGroup,
  Step,
  SurveyFacts,
} from "./release.ts"
export { modelAt, scanTree } from "./scan/scan.ts"
export type { ScanInput, ScanResult, VarianceRatios, WindowEstimate } from "./scan/types.ts"
