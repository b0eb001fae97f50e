import { plainText } from "./plain-text.ts"

/** Who works for a head is none. */
const AIDE =
  /\b(assistant|assistante|assistenz|assistentin|asistente?|asistani?|secretary to|advisor to|chief of staff|deputy|stellvertret\w*|adjointe?|adjunt[oa]|yardimcisi?|office of)\b|مساعد|نايب/

const RANKS: [RegExp, number][] = [
  [
    /\b(ceo|chief executive|managing director|(?<!vice[- ])president|permanent secretary|head of (the )?organi[sz]ation|chair(man|woman)?|founder|geschaftsfuhrer(in)?|geschaeftsfuehrer(in)?|vorstandsvorsitzende[r]?|directeur general|directrice generale|presidente?|pdg|director general|directora general|consejer[oa] delegad[oa]|genel mudur|yonetim kurulu baskani)\b|الرييس التنفيذي|المدير العام|مدير عام/,
    4,
  ],
  [/\b(chief|c[fot]o|cpo|chro|vorstand|mitglied des vorstands)\b/, 3],
  [/\b(vice[- ]president|s?vp|evp|director|direktor(in)?|directeur|directrice|directora|muduru?)\b|مدير/, 2],
  [/\b(head|leiter(in)?|leitung|manager|responsable|jef[ea]|sefi?|lead)\b|رييس/, 1],
]

/** How much a job title speaks for the head of an organization, 4 to 0, in six languages. */
export function headRank(title: string): number {
  if (title === "" || title.length > 300) return 0
  const words = plainText(title)
  return AIDE.test(words) ? 0 : (RANKS.find(([pattern]) => pattern.test(words))?.[1] ?? 0)
}
