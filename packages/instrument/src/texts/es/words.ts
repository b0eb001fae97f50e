import type { Closing } from "../facts.ts"
import { counted } from "../locale.ts"
import { formatMoment } from "../moment.ts"
import { nameIn } from "../names.ts"

export const moment = (iso: string, timeZone?: string) => formatMoment(iso, "es", timeZone)
/** "[fecha]" while no date is chosen, for HR to see that one is missing. */
export const closing = ({ closesAt, timeZone }: Closing) =>
  closesAt === "" ? "[fecha]" : moment(closesAt, timeZone)
export const people = counted("es", {
  one: "# persona",
  many: "# de personas",
  other: "# personas",
})
/** Roughly: "unos 6 minutos". */
export const about = counted("es", { one: "cerca de # minuto", other: "unos # minutos" })
export const minutes = counted("es", { one: "# minuto", other: "# minutos" })
export const days = counted("es", { one: "# día", other: "# días" })
export const organizationName = (name: string) => nameIn(name, "Su organización")
export const surveyName = (name: string) => nameIn(name, "Encuesta")
