import { type AtomInfo, analyse, audit, type Finding } from "@throughline/analysis"
import { type Manifest, type Open, type OpenedBallot, shuffle } from "@throughline/ballot"
import {
  type Answers,
  answersSchema,
  type Key,
  measures,
  type Questionnaire,
  toColumns,
} from "@throughline/instrument"
import { coarser, cutAtoms, type FrozenChart, type Group, groupings } from "@throughline/org"
import type { StoredRelease } from "../releases/stored-release.ts"
import { type StoredColumn, storedColumns } from "./stored-columns.ts"

/** Everything of a survey that its results are made from. */
export interface CountInput {
  survey: { id: string; name: string; organization: string; closedAt: string }
  questionnaire: Questionnaire
  key: Key
  manifest: Manifest
  frozen: FrozenChart
  /** By position. */
  invited: boolean[]
  cohorts: Group[]
  ballots: { ballotKey: string; cohort: number; ciphertext: string }[]
  open: Open
  seed: number
}

export interface Results {
  release: StoredRelease
  /** What must not be told and yet would be: nothing may be published while this is not empty. */
  findings: Finding[]
  observations: StoredColumn[]
  /** Shuffled apart from the answers, under the coarser groups. */
  comments: { question: string; coarse: number; body: string }[]
}

/**
 * Ballots in, results out: shuffle, open, check against the questionnaire, cut atoms, score, analyse, audit. "too-few"
 * when fewer than k ballots count. Nothing here is stored anywhere.
 */
export async function countBallots(input: CountInput): Promise<Results | "too-few"> {
  const { manifest, questionnaire, frozen, cohorts } = input
  const { respondents, uncounted } = await openBallots(input)
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
  const spec = measures(questionnaire)
  const items = spec.constructs.flatMap(({ items }) => items.map(({ id }) => columns.itemIds.indexOf(id)))
  const analysisInput = {
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
  }
  const release = analyse(analysisInput)
  return {
    release: { ...release, uncounted },
    findings: audit(release, analysisInput),
    observations: storedColumns(questionnaire, columns, atom, manifest.k),
    // Fewer than the coarser minimum in all: no comment leaves the box.
    comments:
      coarse.length === 0
        ? []
        : comments(questionnaire, respondents, (cohort) => infos[atomOf.get(cohort) ?? -1]?.coarse ?? -1),
  }
}

interface Respondent {
  cohort: number
  answers: Answers
}

/** Opens in a random order, so that no order of the box, of arrival or of keys survives. */
async function openBallots(input: CountInput): Promise<{ respondents: Respondent[]; uncounted: number }> {
  const schema = answersSchema(input.questionnaire)
  const opened = await input.open(shuffle([...input.ballots]))
  const respondents: Respondent[] = []
  for (const ballot of opened) {
    const answers = ballot.ok ? schema.safeParse((ballot satisfies OpenedBallot).answers) : undefined
    if (ballot.ok && answers?.success) respondents.push({ cohort: ballot.cohort, answers: answers.data })
  }
  return { respondents: shuffle(respondents), uncounted: opened.length - respondents.length }
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

function comments(
  { instrument }: Questionnaire,
  respondents: readonly Respondent[],
  coarseOf: (cohort: number) => number,
): Results["comments"] {
  const texts = instrument.questions.filter(({ type }) => type === "text")
  const written = respondents.flatMap(({ cohort, answers }) =>
    texts.flatMap(({ id }) => {
      const body = answers[id]
      return typeof body === "string" && body.trim() !== ""
        ? [{ question: id, coarse: coarseOf(cohort), body }]
        : []
    }),
  )
  return shuffle(written)
}
