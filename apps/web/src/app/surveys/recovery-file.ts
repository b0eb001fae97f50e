import { fileStem } from "../csv.ts"

export interface ShareSheet {
  organization: string
  survey: string
  /** All three, where one file holds them: in the demo. */
  shares: readonly string[]
  made: string
  /** Where it is put in, should it be needed. */
  page: string
}

/** 1, 2 or 3, as it stands in front of the share. */
export const numberOf = (share: string): string => share.slice(0, 1)

export const sheetTitle = ({ shares }: ShareSheet): string =>
  shares.length === 1
    ? `Recovery share ${numberOf(shares[0] ?? "")} of 3`
    : "All three recovery shares: for trying only"

/** What whoever holds it should know, in years perhaps, without any of us there. */
export function sheetNotes({ shares }: ShareSheet): string[] {
  return shares.length === 1
    ? [
        "Any two of the three shares together make the key again that opens the answers of this survey. One alone opens nothing.",
        "Keep it where only you can get at it, until the results are out. Give it to nobody who holds another one. HR asks you for it when the server has lost the key, and never else.",
        "When the results are out, destroy it.",
      ]
    : [
        "Whoever has this file could open the answers of this survey together with a copy of its database. In earnest each share goes to another person.",
      ]
}

/** The text file that a share leaves the page as. */
export function shareFile(sheet: ShareSheet): { name: string; text: string } {
  const lines = [
    `Throughline: ${sheetTitle(sheet)}`,
    "",
    `Survey: ${sheet.survey} (${sheet.organization})`,
    `Made:   ${sheet.made}`,
    `Page:   ${sheet.page}`,
    "",
    ...sheet.shares.flatMap((share) => [share, ""]),
    ...sheetNotes(sheet).flatMap((note) => [note, ""]),
  ]
  const part = sheet.shares.length === 1 ? numberOf(sheet.shares[0] ?? "") : "all"
  return { name: `${fileStem(sheet.survey, "recovery share", part)}.txt`, text: lines.join("\r\n") }
}

/** Its number and twelve groups of six, with whatever a mail program or a typist put in between. */
const SHARE = /(?<![0-9A-Za-z])[123](?:[\s\u2010-\u2015-]+[0-9A-Za-z]{6}){12}(?![0-9A-Za-z])/g

/** The shares in a text, in the order they stand in. */
export const sharesIn = (text: string): string[] =>
  [...text.matchAll(SHARE)].map(([share]) => share.replaceAll(/[\s\u2010-\u2015-]+/g, "-"))
