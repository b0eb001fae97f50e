import type { Closing } from "../facts.ts"
import { counted } from "../locale.ts"
import { formatMoment } from "../moment.ts"
import { nameIn } from "../names.ts"

export const moment = (iso: string, timeZone?: string) => formatMoment(iso, "en", timeZone)
/** "[date]" while no date is chosen, for HR to see that one is missing. */
export const closing = ({ closesAt, timeZone }: Closing) =>
  closesAt === "" ? "[date]" : moment(closesAt, timeZone)
export const people = counted("en", { one: "# person", other: "# people" })
export const minutes = counted("en", { one: "# minute", other: "# minutes" })
export const days = counted("en", { one: "# day", other: "# days" })
export const organizationName = (name: string) => nameIn(name, "Your organization")
export const surveyName = (name: string) => nameIn(name, "Survey")
