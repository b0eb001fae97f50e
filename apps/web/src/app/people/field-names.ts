import type { Field } from "@throughline/org"

/** What each column is for, in HR's words; in the order they are asked. */
export const fieldNames: Record<Field, string> = {
  employeeId: "Employee id",
  name: "Name (full)",
  givenName: "First name",
  familyName: "Last name",
  email: "E-mail",
  managerId: "Manager: id",
  managerEmail: "Manager: e-mail",
  managerName: "Manager: name",
  manager: "Manager: id, e-mail or name",
  title: "Job title",
  department: "Department",
  location: "Location",
  language: "Language",
  status: "Employment status",
  endDate: "Last working day",
}
