export { across } from "./across/across.ts"
export type { Across, AcrossQuestion, AcrossUnit, DividingOption } from "./across/types.ts"
export { analyse } from "./analyse.ts"
export type { AttributeInput, AttributeRow, AttributeTable, AttributeValue } from "./attribute.ts"
export { audit, type Finding } from "./audit.ts"
export { type FoundBreaks, findBreaks, type RunScans, scanHere } from "./breaks/find-breaks.ts"
export type { Managers } from "./breaks/scan-nodes.ts"
export type {
  BreakFinding,
  Breaks,
  JudgedMeasure,
  UnitVerdict,
  Verdict,
  WholeBoundary,
  WholeTest,
} from "./breaks/types.ts"
export { toldWindows } from "./breaks/window-groupings.ts"
export type {
  ChoiceGroup,
  ChoiceInput,
  ChoiceOption,
  ChoiceQuestion,
  ChoiceTable,
} from "./choices/types.ts"
export { driver, LIKELY } from "./drivers/driver.ts"
export type {
  BackTest,
  BehindPlan,
  DriverFit,
  DriverInput,
  DriverRefusal,
  DriverResult,
  UnitPrediction,
} from "./drivers/types.ts"
export { engagementBeside } from "./engagement/engagement-beside.ts"
export type { EngagementBeside, EngagementPlace } from "./engagement/types.ts"
export { knowing } from "./knowing/knowing.ts"
export type { Estimate, GroupFacts, Knowing, KnowingGroup, KnowingObjective } from "./knowing/types.ts"
export { type BandPoint, linkBand } from "./links/band.ts"
export { links } from "./links/links.ts"
export { unitsNeeded } from "./links/needed.ts"
export type { LinkConstruct, LinkFinding, LinkInput, LinkKpi, LinkPair } from "./links/types.ts"
export { publishedFigures } from "./published/published-figures.ts"
export { publishedSteps } from "./published/published-steps.ts"
export type {
  MissingFigure,
  PublishedFigure,
  PublishedFinding,
  PublishedRow,
  PublishedStep,
} from "./published/types.ts"
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
export { toPercent } from "./round.ts"
export { type AtomTeams, atomNodes } from "./scan/atom-nodes.ts"
export { type Boundary, type BoundaryTest, boundaryTest } from "./scan/boundary-test.ts"
export { modelAt } from "./scan/model-at.ts"
export { type ScanNodes, scanInput } from "./scan/people.ts"
export { nullMaxima, scanTree } from "./scan/scan.ts"
export type {
  Break,
  ScanInput,
  ScanOptions,
  ScanResult,
  TestedWindow,
  VarianceRatios,
  WindowEstimate,
} from "./scan/types.ts"
export type { Agreement, MeasureStatistics, UnitStatistics } from "./statistics/types.ts"
