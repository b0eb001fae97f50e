import type { IssueCode } from "@throughline/org"

/** A heading for each kind of problem. */
export const issueNames: Record<IssueCode, string> = {
  loop: "People who manage each other in a circle",
  "self-manager": "People who are their own manager",
  "manager-missing": "Managers who are not in the file",
  "manager-ambiguous": "Managers whose name fits several people",
  "several-tops": "Several people without a manager",
  "no-top": "Nobody at the top",
  "duplicate-id": "The same id more than once",
  "duplicate-email": "The same e-mail more than once",
  "no-id": "People without an id",
  "no-email": "People without an e-mail address",
  "no-name": "People without a name",
  inactive: "People who have left",
  vacant: "Vacant posts",
  "unreadable-row": "Rows that could not be read",
  "missing-column": "A column that is needed",
  "not-people": "Rows that are not people",
  "empty-file": "No people in the file",
  "ignored-column": "A column that is not used",
  encoding: "Letters that may be read wrongly",
  "ambiguous-date": "Dates that can be read in two ways",
  formula: "Cells that a spreadsheet would run",
  "too-large": "More than can be read",
  "unsupported-file": "A kind of file that cannot be read",
}
