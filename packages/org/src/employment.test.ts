import { expect, test } from "vitest"
import { employmentOf, employmentOfName, saysLeft } from "./employment.ts"

test("people who have left are told from those on leave", () => {
  for (const status of [
    "Voluntarily Terminated",
    "Terminated for Cause",
    "LEFT",
    "Inactive",
    "ex-employee",
    "Retired",
  ])
    expect(employmentOf(status)).toBe("left")
  for (const status of [
    "Active",
    "",
    "filled",
    "On leave",
    "Leave of absence",
    "Full-time",
    "Not terminated",
  ])
    expect(employmentOf(status)).toBe("here")
})

test("vacant and abolished posts are told in every spelling met, stray quotes included", () => {
  for (const name of ["Vacant", "'Vacant'", "Vacant'", "Vacancy"])
    expect(employmentOfName(name)).toBe("vacant")
  for (const name of ["'Eliminated'", "Eliminated'", "Eliminated"])
    expect(employmentOfName(name)).toBe("abolished")
  expect(employmentOfName("Ada Vacant")).toBe("here")
  expect(employmentOf("vacant")).toBe("vacant")
  expect(employmentOf("eliminated")).toBe("abolished")
})

test("a yes means what the header says", () => {
  expect(employmentOf("FALSE", saysLeft("active"))).toBe("left")
  expect(employmentOf("1", saysLeft("Is Active"))).toBe("here")
  expect(employmentOf("1", saysLeft("Terminated"))).toBe("left")
  expect(employmentOf("No", saysLeft("Terminated"))).toBe("here")
})

test("who has left and who is away for a while are told in six languages", () => {
  const left = [
    ...[
      "Ausgeschieden",
      "inaktiv",
      "ausgetreten zum 31.3.",
      "Ruhestand",
      "Sorti",
      "Inactive",
      "Retraité",
      "licenciée",
    ],
    ...[
      "Baja",
      "BAJA VOLUNTARIA",
      "Inactivo",
      "Jubilada",
      "Pasif",
      "İşten Ayrıldı",
      "AYRILDI",
      "Emekli",
      "İstifa",
    ],
    ...["مستقيل", "غير نشط", "متقاعد", "منتهي الخدمة"],
  ]
  for (const status of left) expect([status, employmentOf(status)]).toEqual([status, "left"])
  const here = [
    ...[
      "Aktiv",
      "Elternzeit",
      "Beurlaubt",
      "nicht ausgeschieden",
      "Actif",
      "En congé",
      "Congé maternité",
      "CDI",
    ],
    ...[
      "Activo",
      "Alta",
      "Baja médica",
      "Baja por maternidad",
      "Excedencia",
      "Aktif",
      "Ücretsiz İzinde",
      "Çalışıyor",
    ],
    ...["نشط", "على رأس العمل", "في إجازة", "Probezeit", "Notice period"],
  ]
  for (const status of here) expect([status, employmentOf(status)]).toEqual([status, "here"])
})

test("yes and no, vacant and abolished posts are told in six languages", () => {
  for (const yes of ["Ja", "Oui", "Sí", "Evet", "نعم", "WAHR", "VRAI", "Verdadero", "Doğru"])
    expect([yes, employmentOf(yes), employmentOf(yes, true)]).toEqual([yes, "here", "left"])
  for (const no of ["Nein", "Non", "No", "Hayır", "لا", "FALSCH", "Faux", "Falso", "Yanlış"])
    expect([no, employmentOf(no), employmentOf(no, true)]).toEqual([no, "left", "here"])
  for (const header of [
    "Ausgeschieden",
    "Ist inaktiv",
    "Sorti",
    "Inactivo",
    "Pasif",
    "Ayrıldı mı",
    "غير نشط",
  ])
    expect([header, saysLeft(header)]).toEqual([header, true])
  for (const header of ["Aktiv", "Actif", "Activo", "Aktif", "نشط", "Status"])
    expect(saysLeft(header)).toBe(false)
  for (const name of ["N.N.", "Vakant", "unbesetzt", "Poste vacant", "Vacante", "Boş Kadro", "شاغر"])
    expect([name, employmentOfName(name)]).toEqual([name, "vacant"])
  for (const name of ["Anna N.", "Nn Vakant", "Vacante Pérez", "Boşnak Ali"])
    expect(employmentOfName(name)).toBe("here")
  expect(employmentOf("gestrichen")).toBe("abolished")
  expect(employmentOf("Poste supprimé")).toBe("abolished")
})
