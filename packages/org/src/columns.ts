import type { ColumnMap, Field, Finding } from "./person.ts"

/**
 * Header names of known HR systems, most telling first, as `headerKey` writes them (lower case, letters and digits
 * only). Culture Amp, Glint, Peakon, Qualtrics, Viva Insights, BambooHR, Workday, Lattice, SCIM, and the plain
 * names companies give their own exports.
 */
const ALIASES: Record<Field, string> = {
  employeeId: `uniqueidentifier uniqueid participantuniqueidentifier participantuniqueid employeeid employeenumber employeeno employeeidentifier employeecode eeid empid empno empnumber eid
    workerid workdayid personid personnumber personnelnumber personalnumber staffid staffnumber staffno
    participantid respondentid externalid externaluserid
    externaldatareference identifier userid username postuniquereference postreference associateid badgeid hrid id`,
  email: `email emailaddress workemail workemailaddress primaryworkemail emailprimarywork emailaddresswork emailwork emailaddressprimarywork
    personemail microsoftpersonemail companyemail
    businessemail businessemailaddress officialemail primaryemail employeeemail employeeemailaddress participantemail
    recipientemail useremail mail mailaddress emailsvalue emails0value emailstypeeqworkvalue emailswork
    emailsworkvalue emailsprimaryeqtruevalue userprincipalname upn contactemail`,
  name: `fullname name displayname preferredfullname employeename employeefullname participantname workername
    legalfullname fulllegalname legalname nameformatted staffname nameandsurname lastnamefirstname namelastfirst
    preferredname employee worker person participant`,
  givenName: `firstname givenname preferredfirstname namegivenname legalfirstname legalnamefirstname
    preferrednamefirstname forename
    recipientfirstname first fname`,
  familyName: `lastname familyname surname preferredlastname namefamilyname legallastname legalnamelastname
    preferrednamelastname
    recipientlastname last lname`,
  managerId: `managerid manageremployeeid managersemployeeid manageremployeenumber manageridentifier
    manageruniqueidentifier managernumber managerworkerid managerpersonid managerexternalid managervalue
    manageruserid managereid managereeid manageruniqueid
    supervisorid supervisoreid supervisoreeid supervisoremployeeid supervisoridentifier
    supervisornumber supervisoremployeenumber linemanagerid reportstoid reportstoemployeeid reportingtoid bossid
    directmanagerid managersid manageremplid supervisoremplid parentid`,
  managerEmail: `manageremail managersemail manageremailaddress managerworkemail manageremailprimarywork
    managerprimaryworkemail supervisoremail supervisoremailaddress supervisorworkemail linemanageremail
    linemanageremailaddress reportstoemail directmanageremail bossemail managermail managerupn
    manageruserprincipalname microsoftmanageremail`,
  managerName: `managername managersname managerfullname managerdisplayname managerpreferredname
    supervisorname supervisorfullname linemanagername reportstoname directmanagername reportingmanagername`,
  manager: `manager reportsto supervisor linemanager directmanager workersmanager workersmanagers reportingmanager
    reportstoseniorpost reportingto reportto boss immediatesupervisor immediatemanager peoplemanager managersupervisor`,
  title: `jobtitle title businesstitle positiontitle workingtitle position role jobprofile jobprofilename jobposition jobname
    designation jobtitlename`,
  department: `department departmentname dept deptname unit businessunit division supervisoryorganization
    supervisoryorg organizationalunit organisationalunit orgunit organization organisation team function
    functiontype functionname microsoftorganization costcenter costcentre costcentername departmentdescription`,
  location: `location officelocation worklocation locationname office site country workcountry city
    countryregion addressescountry region`,
  language: `preferredlanguage language locale languagepreference preferredlocale surveylanguage
    communicationlanguage`,
  status: `employmentstatus employeestatus workerstatus workstatus status activestatus active isactive
    accountstatus accountenabled enabled userstatus poststatus currentlyactive terminated isterminated inactive`,
  endDate: `terminationdate dateoftermination enddate employmentenddate
    separationdate dateofseparation leavedate leavingdate dateofleaving exitdate lastdayofwork lastworkingday lastday
    departuredate termdate dateleft`,
}

/**
 * A header without case, accents, spaces and punctuation, and without SCIM's schema prefix, in the spellings of
 * several flatteners: `urn:…:User:x`, `urn:…:User.x`, `enterprise.x`, `enterpriseUser.x`, `enterpriseUserX`.
 */
export function headerKey(header: string): string {
  return header
    .replace(/^\s*urn:.*:(?:user[./])?(?=[^:]+$)/i, "")
    .replace(/^\s*enterprise(?:[\s._-]?user)?[\s._:/-]+(?=\p{L})/iu, "")
    .replace(/^\s*enterpriseUser(?=\p{Lu})/u, "")
    .replace(/#/g, "number")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
}

/** The headers that may hold an employee id, most telling first. */
export function idColumns(headers: readonly string[]): string[] {
  const rank = new Map(ALIASES.employeeId.split(/\s+/).map((alias, index) => [alias, index]))
  const place = (header: string) => rank.get(headerKey(header)) ?? -1
  return headers.filter((header) => place(header) >= 0).sort((a, b) => place(a) - place(b))
}

/** A file that counts posts instead of naming people carries one of these, and no id, mail or name. */
const HEADCOUNT = /^(numberofposts|noofposts|numberofemployees|headcount|ftecount|posts)/

export function headcountColumn(headers: readonly string[]): string | undefined {
  return headers.find((header) => HEADCOUNT.test(headerKey(header)))
}

/**
 * Finds out which column means what. What HR chose by hand wins; an empty string leaves a field out.
 * A column is used once: `Employee` is the name where there is no better one, not name and id.
 */
export function findColumns(headers: readonly string[], chosen: ColumnMap = {}) {
  const columns: ColumnMap = {}
  const issues: Finding[] = []
  const taken = new Set<string>()
  for (const [field, header] of Object.entries(chosen) as [Field, string][]) {
    if (header === "" || !Object.hasOwn(fieldNames, field)) continue
    if (headers.includes(header)) {
      columns[field] = header
      taken.add(header)
    } else {
      issues.push({
        code: "missing-column",
        severity: "error",
        row: null,
        field,
        message: `The file has no column “${header}”, which was chosen for ${fieldNames[field]}.`,
        repair: `Choose one of the file's columns: ${headers.join(", ")}.`,
      })
    }
  }

  const byKey = new Map<string, string>()
  for (const header of headers) {
    const key = headerKey(header)
    if (!byKey.has(key)) byKey.set(key, header)
  }
  for (const [field, aliases] of Object.entries(ALIASES) as [Field, string][]) {
    if (chosen[field] !== undefined) continue
    for (const alias of aliases.split(/\s+/)) {
      const header = byKey.get(alias)
      if (header === undefined || taken.has(header)) continue
      columns[field] = header
      taken.add(header)
      break
    }
  }
  return { columns, issues }
}

/** What a field is called in a sentence. */
export const fieldNames: Record<Field, string> = {
  employeeId: "the employee id",
  email: "the e-mail address",
  name: "the name",
  givenName: "the first name",
  familyName: "the last name",
  managerId: "the manager's id",
  managerEmail: "the manager's e-mail address",
  managerName: "the manager's name",
  manager: "the manager",
  title: "the job title",
  department: "the department",
  location: "the location",
  language: "the language",
  status: "the status",
  endDate: "the last day of work",
}
