import type { Closing } from "../facts.ts"
import { counted } from "../locale.ts"
import { formatMoment } from "../moment.ts"
import { nameIn } from "../names.ts"

export const moment = (iso: string, timeZone?: string) => formatMoment(iso, "de", timeZone)
/** "[Datum]" while no date is chosen, for HR to see that one is missing. */
export const closing = ({ closesAt, timeZone }: Closing) =>
  closesAt === "" ? "[Datum]" : moment(closesAt, timeZone)
export const people = counted("de", { one: "# Person", other: "# Personen" })
export const minutes = counted("de", { one: "# Minute", other: "# Minuten" })
/** As in "7 Tage vor dem Ende". */
export const days = counted("de", { one: "# Tag", other: "# Tage" })
export const organizationName = (name: string) => nameIn(name, "Ihre Organisation")
export const surveyName = (name: string) => nameIn(name, "Befragung")
