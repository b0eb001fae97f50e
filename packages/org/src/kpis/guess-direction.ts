import { plainText } from "../plain-text.ts"

/** Beginnings of words of which less is better, in six languages; without accents. */
const LESS = new RegExp(
  `(?:^|[^a-z])(?:absen|sick|ill(?:ness)?\\b|turnover|attrition|churn|leav(?:er|ers|ing)|resign|quit|cost|expens|spend|complain|error|
  defect|fault|fail|scrap|reject|rework|return|incident|accident|injur|mortality|death|delay|late|overdue|downtime|outage|
  lead time|cycle time|wait|backlog|overtime|risk|waste|loss|losses|shmi|vacanc|escalation|penalt|debt|stock ?out|shrink|
  kranken|fehlzeit|fluktuation|kundigung|kosten|aufwand|ausgabe|beschwerde|reklamation|fehler|ausschuss|mangel|unfall|unfalle|
  verspat|verzug|ausfall|durchlaufzeit|wartezeit|ruckstand|uberstunden|verlust|storno|retoure|
  cout|depense|plainte|reclamation|erreur|defaut|panne|retard|attente|arret|rotation|demission|perte|rebut|
  coste|gasto|queja|reclamo|defecto|averia|retraso|espera|baja|rotacion|ausentismo|absentismo|perdida|accidente|merma|
  maliyet|gider|sikayet|hata|kusur|ariza|gecikme|bekleme|kaza|kayip|devamsizlik|isten ayrilma|fire|iade)`.replace(
    /\n\s*/g,
    "",
  ),
)
const LESS_ARABIC = /غياب|دوران|تكلف|تكاليف|شكو|شكاو|خطا|اخطاء|عيوب|تاخير|حوادث|حادث|انتظار|خسار|مرض/

/** Which way is better, guessed from a KPI's name; whoever imports it is asked. */
export function guessDirection(name: string): "higher" | "lower" {
  const plain = plainText(name)
  return LESS.test(plain) || LESS_ARABIC.test(plain.replace(/[أإآ]/g, "ا")) ? "lower" : "higher"
}
