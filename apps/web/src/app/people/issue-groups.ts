import type { Issue } from "@throughline/org"

export interface IssueGroup {
  code: Issue["code"]
  severity: Issue["severity"]
  issues: Issue[]
}

/** Problems of one kind together; errors before warnings, then the most frequent first. */
export function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, IssueGroup>()
  for (const issue of issues) {
    const key = `${issue.severity} ${issue.code}`
    const group = groups.get(key)
    if (group) group.issues.push(issue)
    else groups.set(key, { code: issue.code, severity: issue.severity, issues: [issue] })
  }
  const rank = (group: IssueGroup) => (group.severity === "error" ? 0 : 1)
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.issues.length - a.issues.length)
}
