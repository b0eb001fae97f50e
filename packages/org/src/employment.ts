import { headerKey } from "./header-key.ts"
import { plainText } from "./plain-text.ts"

/** Whether somebody is to be invited: only who is `here`. `vacant` and `abolished` are said of posts. */
export type Employment = "here" | "left" | "vacant" | "abolished"

/** Whole words, as `words` writes them, in English, German, French, Spanish, Turkish and Arabic. */
const says = (...lists: string[]) => new RegExp(`(?:^| )(?:${lists.join("|")})(?: |$)`)

const LEFT = says(
  "terminated|terminate|left|leaver|inactive|not active|former|ex employee|resigned|retired|deceased|separated",
  "dismissed|discharged|laid off|redundant|deactivated|disabled|offboarded|withdrawn|departed|ended",
  "ausgeschiedene?r?|ausgetretene?r?|inaktiv|nicht aktiv|ehemaliger?|ehemalig|entlassen|pensioniert|ruhestand|in rente|verstorben|beendet",
  "partie?|sortie?s?|inactive?|inactif|non actif|demissionne|licenciee?|retraitee?|decedee?|ancienne?|ancien salarie|terminee?|quitte",
  "baja|inactivo|inactiva|no activo|no activa|cesad[oa]|despedid[oa]|jubilad[oa]|fallecid[oa]|desvinculad[oa]|renuncio|terminad[oa]|egresad[oa]|ex empleado",
  "ayrildi|ayrilan|ayrilmis|isten cikti|isten cikan|cikis yapti|cikti|pasif|aktif degil|emekli|istifa|istifa etti|vefat|vefat etti|eski calisan",
  "غير نشط|غير نشطه|غير فعال|غير فعاله|مستقيل|مستقيله|استقال|استقالت|متقاعد|متقاعده|منتهي|منتهيه|منتهي الخدمه|ترك العمل|مفصول|متوفي|مغادر|موظف سابق",
)
/** Absent for a while, in words that else say “left”. */
const AWAY = says("baja (?:medica|por|temporal|laboral|maternal|paternal|de maternidad|de paternidad)\\b.*")
const NOT_LEFT =
  /^(?:not?|nicht|pas|non) (?:terminated|left|retired|vacant|ausgeschieden|ausgetreten|vakant|sortie?|partie?|terminado|vacante)/

const ABOLISHED = says(
  "eliminated|abolished|deleted|gestrichen|weggefallen|aufgelost|supprimee?|abolie?|suprimid[oa]|eliminad[oa]|amortizad[oa]",
  "kaldirildi|lagvedildi|iptal edildi|ملغي|ملغاه|ملغيه",
)
const VACANT = says(
  "vacant|vacancy|unfilled|open position|open post|to be hired|to be appointed",
  "vakant|unbesetzt|nicht besetzt|offene stelle|zu besetzen|vacante?|a pourvoir|non pourvue?|poste ouvert|por cubrir|sin cubrir",
  "bos|bos kadro|bos pozisyon|acik pozisyon|acik kadro|munhal|شاغر|شاغره|وظيفه شاغره",
)
const YES = /^(?:1|true|yes|y|t|ja|j|wahr|oui|o|vrai|si|s|verdadero|evet|e|dogru|نعم|صحيح|x)$/
const NO = /^(?:0|false|no|n|f|nein|falsch|non|faux|falso|hayir|h|yanlis|لا|خطا)$/

/** Headers whose yes means that the person has gone. */
const GONE_HEADER =
  /^(?:is|ist|est|esta)?(?:terminated|termd|inactive|left|disabled|ausgeschieden|ausgetreten|inaktiv|inactif|sorti|inactivo|debaja|pasif|ayrildimi|غيرنشط)$/

export function saysLeft(statusHeader: string | undefined): boolean {
  return statusHeader !== undefined && GONE_HEADER.test(headerKey(statusHeader))
}

/** Reads a status cell in the spellings met in real files; stray quotation marks do not matter. */
export function employmentOf(status: string, yesMeansLeft = false): Employment {
  const word = words(status)
  if (word === "" || NOT_LEFT.test(word) || AWAY.test(word)) return "here"
  if (YES.test(word)) return yesMeansLeft ? "left" : "here"
  if (NO.test(word)) return yesMeansLeft ? "here" : "left"
  if (VACANT.test(word)) return "vacant"
  if (ABOLISHED.test(word)) return "abolished"
  return LEFT.test(word) ? "left" : "here"
}

const VACANT_NAME =
  /^(?:vacant|vacancy|vacant post|vacant position|unfilled|open position|n n|nn|vakant|unbesetzt|offene stelle|poste vacant|vacante?|puesto vacante|a pourvoir|bos|bos kadro|bos pozisyon|شاغر|شاغره|وظيفه شاغره)$/
const ABOLISHED_NAME =
  /^(?:eliminated|abolished|deleted|post eliminated|position eliminated|gestrichen|supprime|suprimido)$/

/** Registers of posts write “Vacant”, “N.N.” or “'Eliminated'” where the name should be: only when it is all there is. */
export function employmentOfName(name: string): Employment {
  if (name.length > 30) return "here"
  const word = words(name)
  if (VACANT_NAME.test(word)) return "vacant"
  return ABOLISHED_NAME.test(word) ? "abolished" : "here"
}

/** Words in lower case without accents, one blank between them. */
function words(text: string): string {
  return plainText(text.slice(0, 200))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}
