import { expect, test } from "vitest"
import { dateOrder, hasEnded, localDay } from "./end-date.ts"

test("without a today a filled last day counts as left, a placeholder does not", () => {
  for (const date of ["6/16/2016", "2024-01-31", "2999-01-01"]) expect(hasEnded(date)).toBe(true)
  for (const date of ["", "-", "N/A", "12/31/9999", "9999-12-31", "0000-00-00"]) {
    expect(hasEnded(date)).toBe(false)
    expect(hasEnded(date, "2026-05-10")).toBe(false)
  }
})

test("a last day counts once it has come, in every form exports write it", () => {
  const today = "2026-05-10"
  const past = [
    ...["2026-05-10", "2026-05-09T23:00:00Z", "2026/5/9", "20260509", "5/10/2026", "5/9/26", "10.5.2026"],
    ...["9.5.26", "31/12/2025", "25-04-2026", "9-May-2026", "May 9, 2026", "45292"],
  ]
  const ahead = [
    ...["2026-05-11", "2026-06-01T00:00:00", "2026/12/1", "20260511", "5/11/2026", "6/1/26", "11.5.2026"],
    ...["1.6.26", "31/05/2026", "25-12-2026", "11-May-2026", "May 11, 2026", "73000"],
  ]
  for (const date of past) expect([date, hasEnded(date, today)]).toEqual([date, true])
  for (const date of ahead) expect([date, hasEnded(date, today)]).toEqual([date, false])
})

test("today is the day on the wall, not in Greenwich", () => {
  expect(localDay(new Date(2026, 0, 5, 0, 1))).toBe("2026-01-05")
  expect(localDay(new Date(2026, 11, 31, 23, 59))).toBe("2026-12-31")
})

test("3/4/2026 is in March unless its column shows a day first", () => {
  expect(dateOrder(["3/4/2026", "", "3/31/2026"])).toEqual({ dayFirst: false, unsure: 0 })
  expect(dateOrder(["3/4/2026", "", "31/3/2026"])).toEqual({ dayFirst: true, unsure: 0 })
  expect([hasEnded("3/4/2026", "2026-03-20"), hasEnded("3/4/2026", "2026-03-20", true)]).toEqual([
    true,
    false,
  ])
})

test("where no day tells, the header does: only English leaves it open", () => {
  const cells = ["3/4/2026", "5/5/2026", "", "31.12.2026"]
  expect(dateOrder(cells, "Termination Date")).toEqual({ dayFirst: false, unsure: 1 })
  for (const header of [
    "Date de sortie",
    "Fecha de baja",
    "Austrittsdatum",
    "Çıkış Tarihi",
    "تاريخ انتهاء الخدمة",
  ])
    expect(dateOrder(cells, header)).toEqual({ dayFirst: true, unsure: 0 })
})

test("months are known by name in six languages, digits in both Arabic scripts", () => {
  const days = [
    ...[
      "9 May 2026",
      "May 9, 2026",
      "9. Mai 2026",
      "9 mai 2026",
      "1er mai 2026",
      "9 de mayo de 2026",
      "9 Mayıs 2026",
    ],
    ...[
      "9 مايو 2026",
      "٩ مايو ٢٠٢٦",
      "٩/٥/٢٠٢٦",
      "۲۰۲۶/۰۵/۰۹",
      "Saturday, May 9, 2026",
      "samedi 9 mai 2026",
      "9-may-26",
    ],
  ]
  for (const date of days) {
    expect([date, hasEnded(date, "2026-05-09", true)]).toEqual([date, true])
    expect([date, hasEnded(date, "2026-04-30", true)]).toEqual([date, false])
  }
  const twelve = [
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
  ]
  for (const year of twelve)
    year.split(" ").forEach((name, at) => {
      const two = (part: number) => String(part).padStart(2, "0")
      const date = `15 ${name.replace("_", " ")} 2026`
      expect([date, hasEnded(date, `2026-${two(at + 1)}-15`)]).toEqual([date, true])
      expect([date, hasEnded(date, `2026-${two(at + 1)}-14`)]).toEqual([date, false])
    })
})

test("a cell in no known form, or no day of the calendar, counts as left", () => {
  for (const date of ["yes", "Q3 2030", "2031-13-45", "30/30/2031"])
    expect(hasEnded(date, "2026-05-10")).toBe(true)
})
