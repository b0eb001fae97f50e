import type { KpiIssue } from "./kpi-file.ts"
import { kpiLimits } from "./limits.ts"

/** Issues of a file: the first are listed, all are counted, and none is worded that is not listed. */
export interface IssueList {
  listed: KpiIssue[]
  count: number
  add(issue: () => KpiIssue): void
}

export function issueList(): IssueList {
  const list: IssueList = {
    listed: [],
    count: 0,
    add(issue) {
      list.count++
      if (list.listed.length < kpiLimits.listed) list.listed.push(issue())
    },
  }
  return list
}
