import type { Issue } from "@throughline/org"
import { expect, test } from "vitest"
import { groupIssues } from "./issue-groups.ts"

const issue = (code: Issue["code"], severity: Issue["severity"], row: number): Issue => ({
  code,
  severity,
  row,
  field: null,
  message: "",
  repair: null,
  proposals: [],
})

test("errors stand before warnings however many warnings there are, then the most frequent kind first", () => {
  const groups = groupIssues([
    issue("no-email", "warning", 2),
    issue("no-email", "warning", 3),
    issue("no-email", "warning", 4),
    issue("self-manager", "error", 5),
    issue("loop", "error", 6),
    issue("loop", "error", 7),
  ])
  expect(groups.map((group) => [group.code, group.issues.length])).toEqual([
    ["loop", 2],
    ["self-manager", 1],
    ["no-email", 3],
  ])
})
