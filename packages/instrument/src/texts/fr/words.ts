import type { Closing } from "../facts.ts"
import { counted } from "../locale.ts"
import { formatMoment } from "../moment.ts"
import { nameIn } from "../names.ts"

export const moment = (iso: string, timeZone?: string) => formatMoment(iso, "fr", timeZone)
/** "[date]" while no date is chosen, for HR to see that one is missing. */
export const closing = ({ closesAt, timeZone }: Closing) =>
  closesAt === "" ? "[date]" : moment(closesAt, timeZone)
export const people = counted("fr", {
  one: "# personne",
  many: "# de personnes",
  other: "# personnes",
})
export const minutes = counted("fr", { one: "# minute", other: "# minutes" })
export const days = counted("fr", { one: "# jour", other: "# jours" })
export const organizationName = (name: string) => nameIn(name, "Votre organisation")
export const surveyName = (name: string) => nameIn(name, "Enquête")
