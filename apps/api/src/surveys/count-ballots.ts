import {
  type AnalysisInput,
  type AtomInfo,
  analyse,
  audit,
  type Finding,
  findBreaks,
  type MeasureSpec,
  type RunScans,
} from "@throughline/analysis"
import { type Manifest, type Open, shuffle } from "@throughline/ballot"
import {
  type Answers,
  answersSchema,
  type Key,
  measures,
  objectives,
  type Questionnaire,
  toColumns,
} from "@throughline/instrument"
import { coarser, cutAtoms, type FrozenChart, type Group, groupings, managerTree } from "@throughline/org"
import { attributeInput } from "../attributes/attribute-input.ts"
import { storedAttribute } from "../attributes/stored-attribute.ts"
import type { StoredRelease } from "../releases/stored-release.ts"
import { type LooseText, looseTexts } from "../reviews/loose-texts.ts"
import { choiceInputs } from "./choice-inputs.ts"
import { type EarlierSurveys, judgedTogether } from "./earlier-surveys.ts"
import { type StoredColumn, storedColumns } from "./stored-columns.ts"

/** Everything of a survey that its results are made from. */
export interface CountInput extends EarlierSurveys {
  survey: { id: string; name: string; organization: string; closedAt: string }
  questionnaire: Questionnaire
  key: Key
  manifest: Manifest
  frozen: FrozenChart
  /** By position. */
  invited: boolean[]
  cohorts: Group[]
  /** By position the value of the attribute that the people file gave; left out: none was asked. */
  fileValues?: (number | null)[]
  ballots: { ballotKey: string; cohort: number; ciphertext: string }[]
  open: Open
  seed: number
  /** Where the scans for breaks are run: it takes a while of every core. */
  run: RunScans
}

export interface Results {
  release: StoredRelease
  /** What must not be told and yet would be: nothing may be published while this is not empty. */
  findings: Finding[]
  observations: StoredColumn[]
  /** Shuffled apart from the answers, under the coarser groups. */
  comments: LooseText[]
  /** One for each response, sorted: nothing ties one to a response. */
  receipts: string[]
  /** Ballots whose sender took the answers back, or never gave any. */
  withdrawn: number
}

/** What stands between the answers and a release; a test takes it away to see the attack succeed. */
export const releaseGuards = {
  analyse,
  audit,
  findBreaks,
  /** Whether a receipt is nobody else's: of those who send the same one, the first that is opened is counted. */
  isNew: (receipt: string, seen: ReadonlySet<string>) => !seen.has(receipt),
}

/**
 * Ballots in, results out: shuffle, open, check against the questionnaire, cut atoms, score, look for breaks, analyse, audit. "too-few"
 * when fewer than k ballots count. Nothing here is stored anywhere.
 */
export async function countBallots(input: CountInput, guards = releaseGuards): Promise<Results | "too-few"> {
  const { manifest, questionnaire, frozen, cohorts } = input
  const { respondents, receipts, withdrawn, uncounted } = await openBallots(input, guards.isNew)
  const byCohort = cohorts.map(({ id }) => respondents.filter(({ cohort }) => cohort === id).length)
  const atoms = cutAtoms(frozen, cohorts, byCohort, manifest.k)
  if ("refused" in atoms) return "too-few"

  const coarse = coarser(frozen, atoms, Math.max(manifest.k, 10))
  const infos = atomInfos(atoms, coarse, cohorts)
  const atomOf = new Map(
    atoms.flatMap(({ members }, index) => members.map((cohort) => [cohort, index] as const)),
  )
  const atom = Int32Array.from(respondents, ({ cohort }) => atomOf.get(cohort) ?? -1)
  const columns = toColumns(
    questionnaire,
    input.key,
    respondents.map(({ answers }) => answers),
  )
  const shown = objectives(questionnaire, input.key)
  const spec: MeasureSpec = {
    ...inEveryLanguage(measures(questionnaire), questionnaire),
    ...(shown.length === 0 ? {} : { objectives: shown }),
  }
  const analysed = [
    ...spec.constructs.flatMap(({ items }) => items.map(({ id }) => id)),
    ...new Set(shown.flatMap((one) => one.columns)),
  ]
  const items = analysed.map((id) => columns.itemIds.indexOf(id))
  const choices = choiceInputs(questionnaire, input.key, columns)
  const cut = cohorts.map(({ id }) => atomOf.get(id) ?? -1)
  const { people, absent, earlier } = judgedTogether({ ...input, cut }, input.earlier)
  const attribute = attributeInput(
    questionnaire,
    respondents.map(({ answers }) => answers),
    { cohorts, fileValues: input.fileValues ?? [], cut, atoms: atoms.length },
  )
  const asked: AnalysisInput = {
    survey: { ...input.survey, k: manifest.k, invited: input.invited.filter(Boolean).length },
    measures: spec,
    observations: {
      atom,
      items: items.map((index) => columns.values[index] ?? new Int8Array(respondents.length).fill(-1)),
      itemIds: items.map((index) => columns.itemIds[index] ?? ""),
      atoms: atoms.length,
    },
    atoms: infos,
    groupings: groupings(frozen, input.invited, cohorts, atoms),
    seed: input.seed,
    people,
    absent,
    managers: managerTree(frozen, cohorts, atoms),
    ...(attribute === undefined ? {} : { attribute }),
    ...(choices.length === 0 ? {} : { choices }),
  }
  const breaks = await guards.findBreaks(asked, input.run)
  const analysisInput = breaks === undefined ? asked : { ...asked, breaks }
  const release = guards.analyse(analysisInput, earlier)
  return {
    release: { ...release, uncounted, cut },
    receipts,
    withdrawn,
    findings: guards.audit(release, analysisInput, earlier),
    observations: [
      ...storedColumns(questionnaire, columns, atom, manifest.k),
      ...(attribute === undefined ? [] : storedAttribute(attribute, manifest.k)),
    ],
    // Fewer than the coarser minimum in all: no comment leaves the box.
    comments:
      coarse.length === 0
        ? []
        : looseTexts(questionnaire, respondents, (cohort) => infos[atomOf.get(cohort) ?? -1]?.coarse ?? -1),
  }
}

/** Which question is which must not hang on the language that it is asked in. */
function inEveryLanguage(spec: MeasureSpec, { instrument }: Questionnaire): MeasureSpec {
  const texts = new Map(
    instrument.questions.flatMap((one) =>
      one.type === "likert" ? [[one.id, Object.values(one.text)] as const] : [],
    ),
  )
  return {
    ...spec,
    constructs: spec.constructs.map((construct) => ({
      ...construct,
      items: construct.items.map((item) => {
        const others = (texts.get(item.id) ?? []).filter((text) => text !== "" && text !== item.text)
        return others.length === 0 ? item : { ...item, texts: others }
      }),
    })),
  }
}

interface Respondent {
  cohort: number
  answers: Answers
}

/** Opens in a random order, so that no order of the box, of arrival or of keys survives. */
async function openBallots(input: CountInput, isNew: typeof releaseGuards.isNew) {
  const schema = answersSchema(input.questionnaire)
  const opened = await input.open(shuffle([...input.ballots]))
  const respondents: Respondent[] = []
  const receipts: string[] = []
  const seen = new Set<string>()
  let withdrawn = 0
  for (const ballot of opened) {
    if (!ballot.ok) continue
    if (ballot.answers === null) withdrawn++
    const answers = schema.safeParse(ballot.answers)
    if (!answers.success || !isNew(ballot.receipt, seen)) continue
    seen.add(ballot.receipt)
    respondents.push({ cohort: ballot.cohort, answers: answers.data })
    receipts.push(ballot.receipt)
  }
  const uncounted = opened.length - respondents.length - withdrawn
  return { respondents: shuffle(respondents), receipts: receipts.sort(), withdrawn, uncounted }
}

function atomInfos(atoms: readonly Group[], coarse: readonly Group[], cohorts: readonly Group[]): AtomInfo[] {
  const coarseOf = new Map(
    coarse.flatMap(({ members }, index) => members.map((atom) => [atom, index] as const)),
  )
  const invitedOf = new Map(cohorts.map(({ id, size }) => [id, size]))
  return atoms.map(({ id, anchor, layers, kind, members, size }) => ({
    anchor,
    layers,
    kind,
    invited: members.reduce((sum, cohort) => sum + (invitedOf.get(cohort) ?? 0), 0),
    respondents: size,
    // Fewer than the coarser minimum in all: everybody together.
    coarse: coarseOf.get(id) ?? 0,
  }))
}
