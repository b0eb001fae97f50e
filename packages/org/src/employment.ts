import { headerKey } from "./columns.ts"

/** Whether somebody is to be invited: only who is `here`. `vacant` and `abolished` are said of posts. */
export type Employment = "here" | "left" | "vacant" | "abolished"

const LEFT =
  /\b(terminated|terminate|left|leaver|inactive|not active|former|ex employee|resigned|retired|deceased|separated|dismissed|discharged|laid off|redundant|deactivated|disabled|offboarded|withdrawn|departed|ended)\b/
const ABOLISHED = /\b(eliminated|abolished|deleted)\b/
const VACANT = /\b(vacant|vacancy|unfilled|open position|open post|to be hired|to be appointed)\b/
const YES = /^(1|true|yes|y|t)$/
const NO = /^(0|false|no|n|f)$/

/** Headers whose yes means that the person has gone. */
export function saysLeft(statusHeader: string | undefined): boolean {
  return (
    statusHeader !== undefined &&
    /^(is)?(terminated|termd|inactive|left|disabled)$/.test(headerKey(statusHeader))
  )
}

/** Reads a status cell in the spellings met in real files; stray quotation marks do not matter. */
export function employmentOf(status: string, yesMeansLeft = false): Employment {
  const word = status
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
  if (word === "" || /^not? (terminated|left|retired|vacant)/.test(word)) return "here"
  if (YES.test(word)) return yesMeansLeft ? "left" : "here"
  if (NO.test(word)) return yesMeansLeft ? "here" : "left"
  if (VACANT.test(word)) return "vacant"
  if (ABOLISHED.test(word)) return "abolished"
  return LEFT.test(word) ? "left" : "here"
}

/** Registers of posts write “Vacant” or “'Eliminated'” where the name should be: only when it is all there is. */
export function employmentOfName(name: string): Employment {
  const word = name
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim()
  if (/^(vacant|vacancy|vacant post|vacant position|unfilled|open position)$/.test(word)) return "vacant"
  return /^(eliminated|abolished|deleted|post eliminated|position eliminated)$/.test(word)
    ? "abolished"
    : "here"
}
