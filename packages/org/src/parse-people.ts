import { findColumns, headcountColumn } from "./columns.ts"
import { indexStored } from "./known-people.ts"
import { findLeads } from "./leads.ts"
import type { ColumnMap, Field, Finding, PeopleFile } from "./person.ts"
import { MANAGER_FIELDS, readDrafts } from "./read-drafts.ts"
import { type Rows, readRows } from "./read-rows.ts"
import type { Repair } from "./repair.ts"
import { settleColumns } from "./settle-columns.ts"
import { type ReadPeople, settlePeople } from "./settle-people.ts"
import type { StoredPerson } from "./stored-person.ts"
import { rowCount } from "./wording.ts"

export interface ParseOptions {
  /** Corrections by hand: field → header; an empty string leaves the field out. */
  columns?: ColumnMap
  delimiter?: string
  /** YYYY-MM-DD: whose last day lies after it still works here. Without it every filled last day counts as left. */
  today?: string
  /** What HR clicked so far, in that order. */
  repairs?: readonly Repair[]
  /** The people of the last import: whom an absent manager reported to is known from there. */
  stored?: readonly StoredPerson[]
}

/**
 * Reads a people file: CSV text → people with resolved managers after the repairs given, every problem by row and
 * column, and what one click can do about it. Never throws; whether the file may be imported says `isBlocked`.
 */
export function parsePeople(text: string, options: ParseOptions = {}): PeopleFile {
  return settlePeople(readPeople(text, options), options.repairs, indexStored(options.stored))
}

/** The file as it stands, before any repair. Linear. */
export function readPeople(text: string, options: ParseOptions = {}): ReadPeople {
  const chosen = Object.values(options.columns ?? {}).filter((header) => header !== "")
  const rows = readRows(text, options.delimiter, chosen)
  const found = findColumns(rows.headers, options.columns)
  const columns = settleColumns(withoutEmpty(found.columns, rows), rows, options.columns)
  const read: ReadPeople = {
    ...{ headers: rows.headers, columns, drafts: [], leads: [], broken: rows.broken },
    issues: [...rows.issues, ...found.issues],
  }
  if (rows.cells.length === 0) return read

  const groups = headcountColumn(rows.headers)
  const named = columns.employeeId ?? columns.email ?? columns.name ?? columns.givenName ?? columns.familyName
  if (groups !== undefined && named === undefined)
    return { ...read, issues: [...read.issues, notPeople(rows, groups)] }
  if (named === undefined && rows.headers.length === 1)
    return { ...read, issues: [noTable(rows), ...found.issues] }
  if (named === undefined) read.issues.push(missingColumn("employeeId", rows.headers))
  if (!MANAGER_FIELDS.some((field) => columns[field] !== undefined))
    read.issues.push(missingColumn("manager", rows.headers))
  // Rows without anybody in them are no people: nothing more can be said of them.
  if (named === undefined) return { ...read, issues: [...read.issues, ...unread(rows)] }

  const { drafts, issues: ofDates } = readDrafts(rows, columns, options.today)
  read.drafts = drafts
  read.issues.push(...ofDates)
  const { leads, issues, ignored } = findLeads(read.drafts, columns, options.columns)
  read.leads = leads
  read.issues.push(...issues)
  for (const field of ignored) delete columns[field]
  return read
}

/** A column that is there but empty in every row says nothing: with a blank `Employee Id` the mail is the key. */
function withoutEmpty(columns: ColumnMap, rows: Rows): ColumnMap {
  const kept: ColumnMap = {}
  for (const [field, header] of Object.entries(columns) as [Field, string][]) {
    const index = rows.headers.indexOf(header)
    const isManager = MANAGER_FIELDS.includes(field)
    if (isManager || rows.cells.some((row) => (row[index] ?? "") !== "")) kept[field] = header
  }
  return kept
}

/** Where nobody can be told at all, rows that cannot be read are only counted. */
function unread(rows: Rows): Finding[] {
  if (rows.broken.size === 0) return []
  const [first] = rows.broken
  return [
    {
      code: "unreadable-row",
      severity: "error",
      row: first?.[0] ?? null,
      field: null,
      message: `${rowCount(rows.broken.size)} cannot be read; row ${first?.[0]}: ${first?.[1].why}.`,
      repair: "Correct the rows in the file and choose it again.",
    },
  ]
}

function missingColumn(field: "employeeId" | "manager", headers: string[]): Finding {
  return {
    code: "missing-column",
    severity: "error",
    row: null,
    field,
    message:
      field === "manager"
        ? "No column says who reports to whom."
        : "No column says who the people are: neither an employee id, nor an e-mail address, nor a name.",
    repair: `Choose the column by hand, or add it to the export. The file has: ${headers.join(", ")}.`,
  }
}

function notPeople(rows: Rows, header: string): Finding {
  const index = rows.headers.indexOf(header)
  const posts = rows.cells.reduce((sum, row) => sum + (Number(row[index]) || 0), 0)
  return {
    code: "not-people",
    severity: "error",
    row: null,
    field: null,
    message:
      `The file lists ${rows.cells.length} groups of posts, ${Math.round(posts * 100) / 100} posts in all (“${header}”), ` +
      "not people: no row has an id, a name or an e-mail address.",
    repair: "Choose an export with one row a person.",
  }
}

function noTable(rows: Rows): Finding {
  return {
    code: "not-people",
    severity: "error",
    row: null,
    field: null,
    message:
      `The file is not a table of people: its first row is the single cell “${rows.headers[0]}”, ` +
      "which says neither an employee id, nor an e-mail address, nor a name.",
    repair: "Export the people as CSV: a header row, then one row a person.",
  }
}
