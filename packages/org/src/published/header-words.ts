import { headerKey } from "../header-key.ts"

/** Field → the headers that name it, most telling first; six languages, and what survey tools export. */
const WORDS = {
  wave: `wave, survey wave, year, survey year, fiscal year, survey, edition, round, cycle, period, survey period, quarter,
    date, survey date, reporting period, Welle, Erhebung, Befragung, Jahr, Erhebungsjahr, Befragungsjahr, Zeitraum, vague,
    enquête, année, période, exercice, ola, oleada, encuesta, año, periodo, dalga, anket, yıl, dönem, موجة, الموجة, سنة,
    السنة, العام, الفترة`,
  group: `group, breakdown, demographic, demographic group, demographic type, grouping, group type, dimension, segment,
    attribute, characteristic, cut, split, split by, category, Gruppe, Merkmal, Gruppierung, Aufgliederung, Kategorie,
    groupe, ventilation, critère, regroupement, catégorie, grupo, desglose, agrupación, categoría, grup, kırılım, kategori,
    مجموعة, المجموعة, الفئة`,
  order: `level order, layer order, grade order, rank, level rank, layer rank, order, sort order, level number, layer number,
    level no, layer no, level index, layer index, hierarchy order, hierarchy level, seniority, seniority order, band order,
    Reihenfolge, Rang, Rangfolge, Ebenennummer, Ebene Nr, Stufennummer, ordre, rang, numéro de niveau, ordre hiérarchique,
    orden, rango, número de nivel, orden de nivel, sıra, sıralama, kademe sırası, düzey sırası, ترتيب, الترتيب, ترتيب المستوى`,
  level: `level, layer, grade, level name, layer name, management level, management layer, job level, job grade, band, tier,
    position level, staff level, role level, hierarchy, Ebene, Führungsebene, Hierarchieebene, Hierarchiestufe, Stufe,
    Besoldungsgruppe, niveau, niveau hiérarchique, échelon, grade, strate, nivel, nivel jerárquico, escalón, kademe, düzey,
    seviye, yönetim kademesi, unvan düzeyi, المستوى, مستوى, الدرجة, المستوى الوظيفي`,
  unit: `unit, unit id, unit name, organisation unit, organisational unit, business unit, department, department name,
    division, directorate, branch, team, organisation, organization, agency, Einheit, Organisationseinheit, Abteilung,
    Bereich, unité, direction, service, département, unidad, departamento, dirección, birim, bölüm, departman, وحدة, الوحدة,
    القسم, الإدارة`,
  respondents: `respondents, number of respondents, no of respondents, n respondents, responses, number of responses, response count, respondent count,
    valid responses, answers, number of answers, answered, n, n size, valid n, base, base size, unweighted base, sample size,
    sample, count, completes, Befragte, Teilnehmende, Anzahl, Anzahl Befragte, Anzahl Antworten, Antworten, Antwortende, Basis,
    Fallzahl, répondants, nombre de répondants, nombre de réponses, réponses, effectif, base, encuestados, respondientes,
    número de respuestas, respuestas, participantes, muestra, katılımcı, katılımcılar, katılımcı sayısı, yanıt sayısı,
    yanıtlayan, kişi sayısı, المجيبون, عدد المجيبين, عدد الإجابات, المشاركون, عدد المشاركين`,
  code: `code, question code, item code, question id, item id, question number, question no, item number, item no, qid,
    variable, variable name, ref, reference, Fragecode, Fragennummer, Frage Nr, Frage-ID, Itemnummer, code question, numéro de question, código,
    código de pregunta, número de pregunta, kod, soru kodu, soru no, soru numarası, رمز, رمز السؤال, رقم السؤال`,
  question: `question text, question wording, question label, item text, item wording, statement, wording, question, item,
    construct, measure, metric, theme, topic, dimension name, indicator, text, label, description, Frage, Fragetext,
    Fragentext, Aussage, Konstrukt, Thema, Kennzahl, Wortlaut, libellé, question posée, énoncé, affirmation, thème, pregunta,
    texto de la pregunta, afirmación, enunciado, constructo, tema, soru, soru metni, ifade, madde, yapı, السؤال, نص السؤال,
    العبارة, البند`,
  percent: `percent positive, percent favourable, percent favorable, percentage positive, percentage favourable,
    percentage favorable, pct positive, pct favourable, pct favorable, positive percent, positive percentage, favourable percent, favorable percent,
    positive pct, favourable pct, favorable pct, percent agree, percentage agree, pct agree, share positive, share favourable, share favorable,
    share agree, positive share, favourable share, favorable share, positive responses, positive score, favourable score,
    favorable score, favourability, favorability, positive, favourable, favorable, agree, agreement, percent, percentage, pct, share, proportion,
    Prozent positiv, Anteil positiv, positiv, zustimmend, Zustimmung, Prozent Zustimmung, Anteil Zustimmung, Prozent, Anteil, Prozentsatz,
    positif, favorable, favorables, pourcentage positif, pourcentage favorable, part favorable, pourcentage, part, positivo, favorables, porcentaje positivo,
    porcentaje favorable, porcentaje, proporción, olumlu, olumlu yüzde, olumlu oran, yüzde, oran, إيجابي, النسبة, نسبة الموافقة, النسبة المئوية`,
  score:
    "score100, score 100, score out of 100, mean score, average score, index score, score, index, Punktwert, note, puntuación, puan",
} as const

export type HeaderWord = keyof typeof WORDS

/** Field → keys of headers, in order; a header of a percent often begins with the sign, which a key leaves out. */
export const publishedHeaders: Record<HeaderWord, readonly string[]> = {
  wave: keys(WORDS.wave),
  group: keys(WORDS.group),
  order: keys(WORDS.order),
  level: keys(WORDS.level),
  unit: keys(WORDS.unit),
  respondents: keys(WORDS.respondents),
  code: keys(WORDS.code),
  question: keys(WORDS.question),
  percent: keys(WORDS.percent),
  score: keys(WORDS.score),
}

function keys(words: string): string[] {
  const all = words.split(",").map(headerKey)
  return [...new Set(all.filter((key) => key !== ""))]
}
