import { plainText } from "../plain-text.ts"

/** By answer, from 5 to 1 and 0 for "cannot say": what questionnaires call it in six languages. */
const LABELS: Record<number, string> = {
  5: `strongly agree|agree strongly|completely agree|totally agree|fully agree|very good|very satisfied|always|extremely satisfied
    |stimme voll und ganz zu|stimme vollkommen zu|stimme voll zu|trifft voll zu|trifft voll und ganz zu|sehr gut|sehr zufrieden
    |tout a fait d accord|entierement d accord|totalement d accord|tres bien|tres satisfait
    |totalmente de acuerdo|muy de acuerdo|completamente de acuerdo|muy bien|muy satisfecho
    |kesinlikle katiliyorum|tamamen katiliyorum|cok iyi
    |اوافق بشده|موافق بشده|جيد جدا`,
  4: `agree|somewhat agree|tend to agree|rather agree|good|satisfied|often
    |stimme zu|stimme eher zu|trifft eher zu|trifft zu|gut|zufrieden
    |d accord|plutot d accord|bien|satisfait
    |de acuerdo|algo de acuerdo|mas bien de acuerdo|bueno|satisfecho
    |katiliyorum|iyi
    |اوافق|موافق|جيد`,
  3: `neither agree nor disagree|neutral|neither agree or disagree|undecided|fair|sometimes|neither satisfied nor dissatisfied
    |weder noch|teils teils|teils/teils|unentschieden|stimme weder zu noch nicht zu
    |ni d accord ni pas d accord|neutre|ni en accord ni en desaccord
    |ni de acuerdo ni en desacuerdo|indiferente
    |ne katiliyorum ne katilmiyorum|kararsizim|notr
    |محايد|لا اوافق ولا اعارض`,
  2: `disagree|somewhat disagree|tend to disagree|rather disagree|poor|dissatisfied|rarely|seldom
    |stimme nicht zu|stimme eher nicht zu|trifft eher nicht zu|trifft nicht zu|schlecht|unzufrieden
    |pas d accord|plutot pas d accord|insatisfait|mauvais
    |en desacuerdo|algo en desacuerdo|insatisfecho|malo
    |katilmiyorum|kotu
    |لا اوافق|غير موافق|سيء`,
  1: `strongly disagree|disagree strongly|completely disagree|totally disagree|very poor|very dissatisfied|never|extremely dissatisfied
    |stimme uberhaupt nicht zu|stimme gar nicht zu|trifft uberhaupt nicht zu|trifft gar nicht zu|sehr schlecht|sehr unzufrieden
    |pas du tout d accord|tout a fait en desaccord|tres mauvais|tres insatisfait
    |totalmente en desacuerdo|muy en desacuerdo|nada de acuerdo|muy malo|muy insatisfecho
    |kesinlikle katilmiyorum|hic katilmiyorum|cok kotu
    |لا اوافق بشده|غير موافق بشده|لا اوافق اطلاقا|سيء جدا`,
  0: `do not know|don t know|dont know|cannot say|can t say|not sure|no basis to judge|do not know / no basis to judge|no opinion|not applicable|n/a|na|dk
    |weiss nicht|kann ich nicht sagen|keine angabe|nicht zutreffend|k a
    |ne sait pas|je ne sais pas|sans opinion|sans objet
    |no se|no sabe|no aplica|ns/nc
    |bilmiyorum|fikrim yok|uygun degil
    |لا اعرف|لا ادري|لا ينطبق`,
}

const KNOWN = new Map(
  Object.entries(LABELS).flatMap(([answer, labels]) =>
    labels.split("|").map((label) => [label.trim(), Number(answer)] as const),
  ),
)

/** 1 to 5, 0 for "cannot say"; undefined: nobody can know what this means but HR. "5 - Strongly agree" is a number too. */
export function knownAnswer(label: string): number | undefined {
  const words = plainText(label)
    .replace(/[^\p{L}\p{N}/]+/gu, " ")
    .replace(/[أإآ]/g, "ا")
    .trim()
  const known = KNOWN.get(words)
  if (known !== undefined) return known
  const numbered = /^([1-5]) (\D.*)$/.exec(words)
  if (numbered === null) return undefined
  // The number and the words must not contradict each other: some number from the other end.
  const said = KNOWN.get(numbered[2] as string)
  return said === undefined || said === Number(numbered[1]) ? Number(numbered[1]) : undefined
}
