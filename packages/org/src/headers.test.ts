import { describe, expect, test } from "vitest"
import { findColumns } from "./columns.ts"
import { parsePeople } from "./parse-people.ts"

/** Headers as HR systems of six languages export them, in order, and what we make of them by field. */
const exports: Record<string, [headers: string, columns: Record<string, string>]> = {
  "SAP SuccessFactors": [
    "STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,EMAIL,MANAGER,HR,DEPARTMENT,JOBCODE,DIVISION,LOCATION,TITLE,DEFAULT_LOCALE",
    {
      ...{
        status: "STATUS",
        employeeId: "USERID",
        givenName: "FIRSTNAME",
        familyName: "LASTNAME",
        email: "EMAIL",
      },
      ...{ manager: "MANAGER", department: "DEPARTMENT", location: "LOCATION", title: "TITLE" },
    },
  ],
  ADP: [
    "Associate ID,Legal First Name,Legal Last Name,Work Contact: Work Email,Reports To Associate ID,Reports To Name,Job Title Description,Home Department Description,Location Description,Position Status,Termination Date",
    {
      ...{ employeeId: "Associate ID", givenName: "Legal First Name", familyName: "Legal Last Name" },
      ...{
        email: "Work Contact: Work Email",
        managerId: "Reports To Associate ID",
        managerName: "Reports To Name",
      },
      ...{ title: "Job Title Description", department: "Home Department Description" },
      ...{ location: "Location Description", status: "Position Status", endDate: "Termination Date" },
    },
  ],
  "Google Workspace": [
    "First Name [Required],Last Name [Required],Email Address [Required],Org Unit Path [Required],Status [READ ONLY],Employee ID,Manager Email,Employee Title,Department",
    {
      ...{
        givenName: "First Name [Required]",
        familyName: "Last Name [Required]",
        email: "Email Address [Required]",
      },
      ...{
        employeeId: "Employee ID",
        managerEmail: "Manager Email",
        title: "Employee Title",
        department: "Department",
      },
      status: "Status [READ ONLY]",
    },
  ],
  "Oracle HCM": [
    "Person Number,Display Name,Work Email,Manager Person Number,Business Title,Department Name,Assignment Status",
    {
      ...{
        employeeId: "Person Number",
        name: "Display Name",
        email: "Work Email",
        managerId: "Manager Person Number",
      },
      ...{ title: "Business Title", department: "Department Name", status: "Assignment Status" },
    },
  ],
  "Personio in German": [
    "Personalnummer,Vorname,Nachname,E-Mail,Vorgesetzte/r,Position,Abteilung,Team,Arbeitsort,Status,Letzter Arbeitstag",
    {
      ...{ employeeId: "Personalnummer", givenName: "Vorname", familyName: "Nachname", email: "E-Mail" },
      ...{ manager: "Vorgesetzte/r", title: "Position", department: "Abteilung", location: "Arbeitsort" },
      ...{ status: "Status", endDate: "Letzter Arbeitstag" },
    },
  ],
  DATEV: [
    "Pers.-Nr.,Name,Vorname,Austrittsdatum,Abteilung,Kostenstelle,E-Mail geschäftlich,Pers.-Nr. Vorgesetzter",
    {
      ...{ employeeId: "Pers.-Nr.", familyName: "Name", givenName: "Vorname", endDate: "Austrittsdatum" },
      ...{ department: "Abteilung", email: "E-Mail geschäftlich", managerId: "Pers.-Nr. Vorgesetzter" },
    },
  ],
  "a German list": [
    "MA-Nr,Vor- und Nachname,Geschäftliche E-Mail-Adresse,E-Mail der Führungskraft,Stellenbezeichnung,Organisationseinheit,Sprache",
    {
      ...{ employeeId: "MA-Nr", name: "Vor- und Nachname", email: "Geschäftliche E-Mail-Adresse" },
      ...{ managerEmail: "E-Mail der Führungskraft", title: "Stellenbezeichnung" },
      ...{ department: "Organisationseinheit", language: "Sprache" },
    },
  ],
  Cegid: [
    "Matricule,Nom,Prénom,Adresse e-mail professionnelle,Matricule du responsable hiérarchique,Emploi occupé,Service,Établissement,Date de sortie",
    {
      ...{
        employeeId: "Matricule",
        familyName: "Nom",
        givenName: "Prénom",
        email: "Adresse e-mail professionnelle",
      },
      ...{
        managerId: "Matricule du responsable hiérarchique",
        title: "Emploi occupé",
        department: "Service",
      },
      ...{ location: "Établissement", endDate: "Date de sortie" },
    },
  ],
  "Workday in French": [
    "Identifiant employé,Nom complet,Courriel professionnel,Nom du manager,Intitulé du poste,Langue préférée,Statut de l'employé",
    {
      ...{ employeeId: "Identifiant employé", name: "Nom complet", email: "Courriel professionnel" },
      ...{ managerName: "Nom du manager", title: "Intitulé du poste", language: "Langue préférée" },
      status: "Statut de l'employé",
    },
  ],
  "Factorial in Spanish": [
    "Número de empleado,Nombre,Apellidos,Correo electrónico,Correo del responsable,Puesto,Equipo,Centro de trabajo,Fecha de baja",
    {
      ...{
        employeeId: "Número de empleado",
        givenName: "Nombre",
        familyName: "Apellidos",
        email: "Correo electrónico",
      },
      ...{ managerEmail: "Correo del responsable", title: "Puesto", department: "Equipo" },
      ...{ location: "Centro de trabajo", endDate: "Fecha de baja" },
    },
  ],
  "a list from Argentina": [
    "Legajo,Apellido y nombre,Jefe directo,Legajo del jefe,Gerencia,Cargo,Estado",
    {
      ...{
        employeeId: "Legajo",
        name: "Apellido y nombre",
        manager: "Jefe directo",
        managerId: "Legajo del jefe",
      },
      ...{ title: "Cargo", status: "Estado" },
    },
  ],
  "Logo in Turkish": [
    "SİCİL NO,ADI,SOYADI,E-POSTA,AMİRİNİN SİCİL NO,GÖREVİ,BÖLÜMÜ,İŞYERİ,İŞTEN ÇIKIŞ TARİHİ",
    {
      ...{ employeeId: "SİCİL NO", givenName: "ADI", familyName: "SOYADI", email: "E-POSTA" },
      ...{ managerId: "AMİRİNİN SİCİL NO", title: "GÖREVİ", department: "BÖLÜMÜ", location: "İŞYERİ" },
      endDate: "İŞTEN ÇIKIŞ TARİHİ",
    },
  ],
  "a Turkish list": [
    "Personel No;Adı Soyadı;Bağlı Olduğu Yönetici;Yönetici E-postası;Unvan;Departman;Durumu;Tercih Edilen Dil",
    {
      ...{ employeeId: "Personel No", name: "Adı Soyadı", manager: "Bağlı Olduğu Yönetici" },
      ...{ managerEmail: "Yönetici E-postası", title: "Unvan", department: "Departman", status: "Durumu" },
      language: "Tercih Edilen Dil",
    },
  ],
  "Jisr in Arabic": [
    "الرقم الوظيفي,اسم الموظف,البريد الإلكتروني,المدير المباشر,المسمى الوظيفي,القسم,الموقع,الحالة,تاريخ انتهاء الخدمة",
    {
      ...{
        employeeId: "الرقم الوظيفي",
        name: "اسم الموظف",
        email: "البريد الإلكتروني",
        manager: "المدير المباشر",
      },
      ...{ title: "المسمى الوظيفي", department: "القسم", location: "الموقع", status: "الحالة" },
      endDate: "تاريخ انتهاء الخدمة",
    },
  ],
  "an Arabic list": [
    "رقم الموظف;الاسم الأول;اسم العائلة;الايميل;الرقم الوظيفي للمدير المباشر;الوظيفه;الاداره;اللغه",
    {
      ...{ employeeId: "رقم الموظف", givenName: "الاسم الأول", familyName: "اسم العائلة", email: "الايميل" },
      ...{
        managerId: "الرقم الوظيفي للمدير المباشر",
        title: "الوظيفه",
        department: "الاداره",
        language: "اللغه",
      },
    },
  ],
}

describe("the columns of an export", () => {
  for (const [system, [headers, columns]] of Object.entries(exports))
    test(`of ${system} are found by their headers`, () => {
      expect(findColumns(headers.split(headers.includes(";") ? ";" : ",")).columns).toEqual(columns)
    })
})

test("a company in German reads like one in English: id with its manager's, halves of names, status, day, language", () => {
  const text = [
    "Mitarbeiterliste;;;;;;;;",
    "Stand: 22.11.2026;;;;;;;;",
    "Pers.-Nr.;Name;Vorname;E-Mail;Pers.-Nr. des Vorgesetzten;Funktion;Sprache;Beschäftigungsstatus;Austrittsdatum",
    "001;Ärmel;Ada;ada@example.com;;Geschäftsführerin;Deutsch;Aktiv;",
    "002;Öz;Bo;bo@example.com;001;Leiter Vertrieb;Türkisch;Elternzeit;31.12.2026",
    "003;Groß;Cy;cy@example.com;2;Sachbearbeiter;Englisch;Aktiv;01.11.2026",
  ].join("\r\n")
  const { people, issues } = parsePeople(text, { today: "2026-11-22" })
  expect(
    people.map(({ row, id, name, managerId, language, active }) => [
      row,
      id,
      name,
      managerId,
      language,
      active,
    ]),
  ).toEqual([
    [4, "001", "Ada Ärmel", null, "de", true],
    [5, "002", "Bo Öz", "001", "tr", true],
    [6, "003", "Cy Groß", "002", "en", false],
  ])
  expect(issues.map(({ code }) => code)).toEqual(["inactive"])
})

test("a title above the header is passed over, a first row of data is not", () => {
  const rows = ["id,name,manager id", "1,Ada,", "2,Bo,1"]
  for (const above of [
    "Staff list 2026",
    "\n\nStaff list\n",
    "Example Ltd,,\nas of today,,",
    '"Staff, all of us"',
  ])
    expect(parsePeople([above, ...rows].join("\n")).people.map(({ name }) => name)).toEqual(["Ada", "Bo"])
  // Where no header is known the first row is taken for it, though a title of a person reads like one.
  const unknown = ["wer,chef von,x", "Ada,Manager,Active", "Bo,Title,Status"]
  expect(parsePeople(unknown.join("\n")).headers).toEqual(["wer", "chef von", "x"])
  const chosen = { name: "wer", manager: "chef von" }
  expect(parsePeople(["Staff,2026,x", ...unknown].join("\n"), { columns: chosen }).headers).toEqual([
    "wer",
    "chef von",
    "x",
  ])
})

test("the delimiter is the one that the first lines agree on", () => {
  const names = ["Smith, Jones, and Sons, Ltd", "id;name;manager id", "1;Head, Ada;", "2;Two, Bo;1"]
  expect(parsePeople(names.join("\n")).people.map(({ name }) => name)).toEqual(["Ada Head", "Bo Two"])
  expect(parsePeople("id|name|manager id\n1|Ada|\n2|Bo; Jr|1").people).toHaveLength(2)
  expect(parsePeople("id\tname\tmanager id\n1\tAda, Bo\t").people[0]?.name).toBe("Bo Ada")
})

test("dates whose order nothing decides are told when it decides who has left", () => {
  const file = (header: string) =>
    [
      `id,name,email,manager id,${header}`,
      "1,Ada,a@x.de,,",
      "2,Bo,b@x.de,1,03/12/2026",
      "3,Cy,c@x.de,1,04/04/2026",
    ].join("\n")
  const read = (header: string) => parsePeople(file(header), { today: "2026-11-22" })
  expect(read("Termination Date").issues.map(({ code }) => code)).toEqual([
    "ambiguous-date",
    "inactive",
    "inactive",
  ])
  expect(read("Termination Date").issues[0]?.message).toContain(
    "for 1 person that decides who has left: “03/12/2026”",
  )
  expect(read("Austrittsdatum").people.map(({ active }) => active)).toEqual([true, true, false])
  expect(read("Austrittsdatum").issues.map(({ code }) => code)).toEqual(["inactive"])
})
