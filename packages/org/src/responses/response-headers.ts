import { headerAliases } from "../header-aliases.ts"
import { headerKey } from "../header-key.ts"

/** What a column is: somebody's place, the person, their manager, a question, or nothing that is taken in. */
export type ResponseRole = "layer" | "unit" | "person" | "manager" | "item" | "none"

/** As `headerKey` writes them. */
const words = (list: string) => new Set(list.trim().split(/\s+/))

const LAYER =
  words(`layer level joblevel grade seniority managementlevel supervisorystatus managerstatus supervisor
  hierarchylevel orglevel careerlevel band role rolelevel ebene hierarchieebene fuhrungsebene fuehrungsebene stufe niveau
  niveauhierarchique echelon nivel niveljerarquico kademe seviye المستوي`)

const UNIT =
  words(`unit organization organisation org agency division function directorate region site plant branch
  company subdivision group subunit businessarea costcenter costcentre ministry`)

/** What surveys and exports write beside answers: LimeSurvey's, Glint's and those of forms. Never a question. */
const BESIDE =
  words(`id responseid submitdate datesubmitted lastpage startlanguage seed token startdate datestarted
  datestamp datelastaction ipaddr ipaddress refurl referrerurl interviewtime timestamp starttime completiontime
  surveycycle surveycycletitle surveycyclename surveyname surveyprogram surveytype surveystartdate surveyenddate
  responsedate completiondate sentdate status language locale weight tenure age gender birthdate hiredate
  dateofhire personalemail timezone country preferredlanguage`)

const PERSON = words("respondent respondentid employeeid externaluserid userid personid participantid uuid")

const COMMENT = /comment|kommentar|commentaire|comentario|yorum|تعليق/

/** What a header says by itself; null: its values have to tell. */
export function headerRole(header: string): ResponseRole | null {
  const key = headerKey(header)
  if (header === "" || /(time|zeit)$/.test(key) || COMMENT.test(key)) return "none"
  if (LAYER.has(key)) return "layer"
  if (PERSON.has(key)) return "person"
  if (BESIDE.has(key)) return "none"
  if (key === "managerid" || headerAliases.managerId.includes(key)) return "manager"
  if (UNIT.has(key) || headerAliases.department.includes(key)) return "unit"
  if (headerAliases.employeeId.includes(key)) return "person"
  const others = [
    "email",
    "name",
    "givenName",
    "familyName",
    "managerEmail",
    "managerName",
    "manager",
    "title",
  ]
  return others.some((field) => headerAliases[field as "email"].includes(key)) ? "none" : null
}
