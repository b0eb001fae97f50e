export { type CheckedPeople, checkPeople } from "./check-people.ts"
export { coarser, cutAtoms, cutCohorts } from "./cohorts.ts"
export { fieldNames } from "./columns.ts"
export { comparePeople } from "./compare-people.ts"
export { cutGroups } from "./cut-groups.ts"
export { decodePeopleFile } from "./decode-people-file.ts"
export { type DemoOptions, demoCompany } from "./demo-company.ts"
export { localDay } from "./end-date.ts"
export { freezeChart } from "./freeze-chart.ts"
export type { Block, FrozenChart, Group, Grouping, GroupKind, Refused } from "./group.ts"
export { groupings } from "./groupings.ts"
export { departmentUnits } from "./kpis/department-units.ts"
export {
  nextPeriod,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodOf,
  periodText,
} from "./kpis/period.ts"
export { limits as peopleFileLimits } from "./limits.ts"
export { type ManagerTree, managerTree } from "./manager-tree.ts"
export { buildOrgChart, type OrgChart } from "./org-chart.ts"
export { type ParseOptions, parsePeople } from "./parse-people.ts"
export type { ColumnMap, Field, Issue, IssueCode, PeopleFile, Person } from "./person.ts"
export { isBlocked } from "./person.ts"
export { publishedLimits } from "./published/limits.ts"
export { readPublished } from "./published/read-published.ts"
export { type PublishedColumns, type PublishedTable, publishedFields } from "./published/types.ts"
export { readPeopleFile } from "./read-people-file.ts"
export type { AppliedRepair, Proposal, Repair } from "./repair.ts"
export { type RepairedAll, repairAll } from "./repair-all.ts"
export { type DescribedColumn, describeResponses } from "./responses/describe-responses.ts"
export { type ReadResponses, readResponses } from "./responses/read-responses.ts"
export type { RefusedRows } from "./responses/refused-rows.ts"
export { type ResponseMapping, responseLimits } from "./responses/response-mapping.ts"
export { responseTable } from "./responses/response-table.ts"
export type { ComparedField, Difference, StoredPerson } from "./stored-person.ts"
