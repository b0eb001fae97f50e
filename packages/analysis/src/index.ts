export { analyse } from "./analyse.ts"
export type { AttributeInput, AttributeRow, AttributeTable, AttributeValue } from "./attribute.ts"
export { audit, type Finding } from "./audit.ts"
export type {
  AnalysisInput,
  AtomInfo,
  Bounds,
  Cell,
  Distribution,
  Earlier,
  Grouping,
  Interval,
  MeasureSpec,
  Observations,
  Release,
  ReleaseGroup,
  Step,
  SurveyFacts,
} from "./release.ts"
