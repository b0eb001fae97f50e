import { headerKey } from "../header-key.ts"

/** Field → the headers that name it, most telling first; six languages. */
const WORDS = {
  unit: `unit, unit name, org unit, organisation unit, organization unit, organisational unit, organizational unit,
    business unit, department, department name, division, directorate, team, branch, site, store, shop, region, area,
    cost center, cost centre, manager, manager name, head, leader, supervisor, unit head, department head, team lead, group,
    organisation, organization, trust, unit code, unit id, department id, department code, manager id, manager email, manager mail,
    manager e-mail, email, e-mail, mail, employee id, person id,
    Einheit, Organisationseinheit, Abteilung, Bereich, Geschäftsbereich, Filiale, Standort, Kostenstelle, Leitung, Leiter,
    Leiterin, Führungskraft, Vorgesetzter, Vorgesetzte, Teamleitung, Abteilungsleitung, Region, Gebiet,
    unité, service, département, direction, équipe, agence, site, responsable, chef, centre de coût, région, entité,
    unidad, departamento, área, equipo, sucursal, tienda, gerente, jefe, responsable de área, centro de coste, región, dirección,
    birim, bölüm, departman, ekip, şube, mağaza, yönetici, müdür, bölge, masraf merkezi,
    الوحدة, وحدة, القسم, قسم, الإدارة, إدارة, الفريق, الفرع, المدير, المنطقة`,
  period: `period, reporting period, time period, year month, month year, quarter year, year quarter, fiscal period, accounting period, date,
    reporting date, month, quarter, week, year, fiscal year, day, time, half year, as of, period end, month end,
    Periode, Zeitraum, Berichtszeitraum, Datum, Stichtag, Monat, Quartal, Woche, Jahr, Halbjahr, Geschäftsjahr, Tag,
    période, date, mois, trimestre, semaine, année, semestre, exercice, jour,
    periodo, período, fecha, mes, trimestre, semana, año, semestre, ejercicio, día,
    dönem, tarih, ay, çeyrek, hafta, yıl, gün, yarıyıl,
    الفترة, فترة, التاريخ, تاريخ, الشهر, شهر, الربع, ربع, الأسبوع, السنة, العام`,
  kpi: `kpi, kpi name, key figure, indicator, measure, metric, metric name, measure name, kpi id, figure,
    Kennzahl, Kennzahlname, Indikator, Messgröße, Kenngröße,
    indicateur, mesure, métrique, chiffre clé, indicador, métrica, medida, gösterge, ölçüt, metrik, göstergenin adı,
    المؤشر, مؤشر, المقياس`,
  value: `value, kpi value, actual, actual value, result, amount, number, figure value, score, rate, count,
    Wert, Istwert, Ist, Ergebnis, Betrag, Zahl, Anzahl,
    valeur, réalisé, résultat, montant, nombre, valor, real, resultado, importe, cantidad, número,
    değer, gerçekleşen, sonuç, tutar, sayı, miktar, القيمة, قيمة, النتيجة, المبلغ, العدد`,
} as const

export type KpiField = keyof typeof WORDS

const KEYS: Record<KpiField, readonly string[]> = {
  unit: keys(WORDS.unit),
  period: keys(WORDS.period),
  kpi: keys(WORDS.kpi),
  value: keys(WORDS.value),
}

/** How telling a header is for a field: 0 is the most, undefined not at all. */
export function fieldRank(field: KpiField, header: string): number | undefined {
  const rank = KEYS[field].indexOf(headerKey(header))
  return rank < 0 ? undefined : rank
}

function keys(words: string): string[] {
  return [...new Set(words.split(",").map(headerKey))]
}
