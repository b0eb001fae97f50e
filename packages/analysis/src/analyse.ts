import type { AnalysisInput, Release } from "./release.ts"

export function analyse(_input: AnalysisInput): Release {
  throw new Error("not yet")
}
