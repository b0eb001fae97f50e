export { analyse } from "./analyse.ts"
export type {
  AnalysisInput,
  AtomInfo,
  Bounds,
  Cell,
  Distribution,
  Grouping,
  Interval,
  MeasureSpec,
  Observations,
  Release,
  ReleaseGroup,
  Step,
  SurveyFacts,
} from "./release.ts"
