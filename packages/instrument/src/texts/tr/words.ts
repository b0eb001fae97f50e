import type { Closing } from "../facts.ts"
import { counted } from "../locale.ts"
import { formatMoment } from "../moment.ts"
import { nameIn } from "../names.ts"

/*
 * Turkish hangs its cases on the end of a word, by the word's last vowel. Names, dates and numbers are therefore put
 * where they need no ending: before a colon, or before a word that carries it ("14 kişi", "… adlı anket").
 */
export const moment = (iso: string, timeZone?: string) => formatMoment(iso, "tr", timeZone)
/** "[tarih]" while no date is chosen, for HR to see that one is missing. */
export const closing = ({ closesAt, timeZone }: Closing) =>
  closesAt === "" ? "[tarih]" : moment(closesAt, timeZone)
/** The counted noun stays in the singular. */
export const people = counted("tr", { other: "# kişi" })
export const minutes = counted("tr", { other: "# dakika" })
export const days = counted("tr", { other: "# gün" })
export const organizationName = (name: string) => nameIn(name, "Kurumunuz")
export const surveyName = (name: string) => nameIn(name, "Anket")
