import type { Closing } from "../facts.ts"
import { counted } from "../locale.ts"
import { formatMoment } from "../moment.ts"
import { isolate, oneLine } from "../names.ts"

/** A Latin name or a date with Latin digits must not drag the punctuation around it along. */
const named = (name: string, instead: string) => isolate(oneLine(name) || instead)

export const moment = (iso: string, timeZone?: string) => isolate(formatMoment(iso, "ar", timeZone))
/** "[التاريخ]" while no date is chosen, for HR to see that one is missing. */
export const closing = ({ closesAt, timeZone }: Closing) =>
  closesAt === "" ? "[التاريخ]" : moment(closesAt, timeZone)
/** In the genitive, as after "من" and "عن": "5 أشخاص", "11 شخصًا", "100 شخص". */
export const people = counted("ar", {
  zero: "# شخص",
  one: "شخص واحد",
  two: "شخصين",
  few: "# أشخاص",
  many: "# شخصًا",
  other: "# شخص",
})
/** After "نحو": "دقيقة واحدة", "دقيقتين", "6 دقائق", "11 دقيقة". */
export const minutes = counted("ar", {
  zero: "# دقيقة",
  one: "دقيقة واحدة",
  two: "دقيقتين",
  few: "# دقائق",
  many: "# دقيقة",
  other: "# دقيقة",
})
/** After "بـ" or "قبل": "يوم واحد", "يومين", "7 أيام", "14 يومًا". */
export const days = counted("ar", {
  zero: "# يوم",
  one: "يوم واحد",
  two: "يومين",
  few: "# أيام",
  many: "# يومًا",
  other: "# يوم",
})
/** After "لا يزيد على". */
export const questionCount = counted("ar", {
  zero: "# سؤال",
  one: "سؤال واحد",
  two: "سؤالين",
  few: "# أسئلة",
  many: "# سؤالًا",
  other: "# سؤال",
})
export const organizationName = (name: string) => named(name, "مؤسستك")
export const surveyName = (name: string) => named(name, "استبيان")
/** Of a person: "" when there is none. */
export const personName = (name: string | null) => {
  const written = oneLine(name ?? "")
  return written === "" ? "" : isolate(written)
}
