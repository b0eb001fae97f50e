/**
 * How one language heads the columns of a people file, most telling first, separated by commas; case, accents, blanks
 * and punctuation do not matter. The manager's id, mail and name are put together from `managers` and the words for
 * each, in either order: “Vorgesetzter Personalnummer”, “Personalnummer des Vorgesetzten”.
 */
export interface HeaderWords {
  employeeId: string
  email: string
  name: string
  givenName: string
  familyName: string
  title: string
  department: string
  location: string
  language: string
  status: string
  endDate: string
  manager: string
  /** More forms of the manager that stand in compounds only. */
  managers: string
  ids: string
  mails: string
  names: string
  /** What stands between: “des”, “du”, “del”. */
  joints: string
}
