import { describe, expect, test } from "vitest"
import { findColumns } from "./columns.ts"
import { headerKey } from "./header-key.ts"

/** Headers as each system exports or expects them, and what we make of them. */
const systems: Record<string, { headers: string[]; columns: Record<string, string> }> = {
  "Culture Amp": {
    headers: [
      ..."Name,Preferred Name,Employee Id,Email,Date of Birth,Start Date,End Date,Language,Manager Email".split(
        ",",
      ),
      ..."Timezone,Mobile Phone Number,Manager,Job Title,Department,Division,Country,Location".split(","),
    ],
    columns: {
      employeeId: "Employee Id",
      email: "Email",
      name: "Name",
      managerEmail: "Manager Email",
      manager: "Manager",
      title: "Job Title",
      department: "Department",
      location: "Location",
      language: "Language",
      endDate: "End Date",
    },
  },
  Glint: {
    headers: "First Name,Last Name,Email,Status,Employee ID,Manager ID,Preferred Language,Department".split(
      ",",
    ),
    columns: {
      givenName: "First Name",
      familyName: "Last Name",
      email: "Email",
      status: "Status",
      employeeId: "Employee ID",
      managerId: "Manager ID",
      language: "Preferred Language",
      department: "Department",
    },
  },
  Peakon: {
    headers:
      "Identifier,First name,Last name,Email,Manager identifier,Job title,Separation date,Locale".split(","),
    columns: {
      employeeId: "Identifier",
      givenName: "First name",
      familyName: "Last name",
      email: "Email",
      managerId: "Manager identifier",
      title: "Job title",
      endDate: "Separation date",
      language: "Locale",
    },
  },
  Qualtrics: {
    headers: "FirstName,LastName,Email,UniqueIdentifier,EmployeeID,ManagerID,Language".split(","),
    columns: {
      givenName: "FirstName",
      familyName: "LastName",
      email: "Email",
      employeeId: "UniqueIdentifier",
      managerId: "ManagerID",
      language: "Language",
    },
  },
  "Viva Insights": {
    headers: "PersonId,EffectiveDate,HireDate,ManagerId,LevelDesignation,Organization,Location".split(","),
    columns: {
      employeeId: "PersonId",
      managerId: "ManagerId",
      department: "Organization",
      location: "Location",
    },
  },
  BambooHR: {
    headers:
      "Employee #,First Name,Last Name,Work Email,Reporting to,Supervisor EID,Job Title,Department,Status".split(
        ",",
      ),
    columns: {
      employeeId: "Employee #",
      givenName: "First Name",
      familyName: "Last Name",
      email: "Work Email",
      managerId: "Supervisor EID",
      manager: "Reporting to",
      title: "Job Title",
      department: "Department",
      status: "Status",
    },
  },
  Workday: {
    headers: [
      ..."Worker,Employee ID,Email - Primary Work,Worker's Manager,Manager - Employee ID,Business Title".split(
        ",",
      ),
      ..."Supervisory Organization,Location,Active Status,Termination Date".split(","),
    ],
    columns: {
      name: "Worker",
      employeeId: "Employee ID",
      email: "Email - Primary Work",
      manager: "Worker's Manager",
      managerId: "Manager - Employee ID",
      title: "Business Title",
      department: "Supervisory Organization",
      location: "Location",
      status: "Active Status",
      endDate: "Termination Date",
    },
  },
  Lattice: {
    headers: "name,email,title,manager_email,external_user_id,department,status".split(","),
    columns: {
      name: "name",
      email: "email",
      title: "title",
      managerEmail: "manager_email",
      employeeId: "external_user_id",
      department: "department",
      status: "status",
    },
  },
  SCIM: {
    headers: [
      ...["userName", "name.givenName", "name.familyName", 'emails[type eq "work"].value', "title", "active"],
      ...["preferredLanguage", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber"],
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.displayName",
    ],
    columns: {
      employeeId: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber",
      email: 'emails[type eq "work"].value',
      givenName: "name.givenName",
      familyName: "name.familyName",
      managerId: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
      managerName: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.displayName",
      title: "title",
      department: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
      language: "preferredLanguage",
      status: "active",
    },
  },
}

/** More spellings met: header → field. */
const spellings: Record<string, string> = {
  "Worker's Manager(s)": "manager",
  "Email_Address_-_Work": "email",
  "Preferred Name - First Name": "givenName",
  "Preferred Name - Last Name": "familyName",
  Job_Profile_Name: "title",
  "Manager Employee ID": "managerId",
  "Date of separation": "endDate",
  EEID: "employeeId",
  UniqueId: "employeeId",
  PrimaryEmail: "email",
  PersonEmail: "email",
  Microsoft_PersonEmail: "email",
  Microsoft_ManagerEmail: "managerEmail",
  Microsoft_Organization: "department",
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.manager.value": "managerId",
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.manager.displayName": "managerName",
  "enterprise.manager.value": "managerId",
  "enterpriseUser.department": "department",
  enterpriseUserEmployeeNumber: "employeeId",
}

describe("the columns of a people file", () => {
  test("are found in the spellings of many exports", () => {
    for (const [header, field] of Object.entries(spellings))
      expect(findColumns([header]).columns).toEqual({ [field]: header })
  })

  for (const [system, { headers, columns }] of Object.entries(systems))
    test(`of ${system} are found by their headers`, () => {
      expect(findColumns(headers)).toEqual({ columns, issues: [] })
    })

  test("case, blanks, accents and punctuation in a header do not matter", () => {
    for (const header of [
      "Manager E-Mail",
      "MANAGER_EMAIL",
      " manager  email ",
      "Manager's email",
      "managerEmail",
    ])
      expect(findColumns([header]).columns.managerEmail).toBe(header)
    expect(headerKey("Prénom")).toBe("prenom")
  })

  test("chosen by hand win, and are not used twice", () => {
    const { columns } = findColumns(["Name", "Title", "Manager"], { name: "Title", manager: "" })
    expect(columns).toEqual({ name: "Title" })
  })

  test("chosen by hand and not in the file are an issue", () => {
    const { columns, issues } = findColumns(["Name"], { email: "Mail" })
    expect(columns).toEqual({ name: "Name" })
    expect(issues).toMatchObject([{ code: "missing-column", severity: "error", field: "email" }])
    expect(issues[0]?.message).toContain("“Mail”")
  })
})
