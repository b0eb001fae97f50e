import type { AttributeInput } from "@throughline/analysis"
import {
  type Answers,
  attributeAnswers,
  attributeChoices,
  attributeLabel,
  type Questionnaire,
} from "@throughline/instrument"
import type { Group } from "@throughline/org"

/** What the analysis needs of the attribute; undefined: none was asked. `cut` is by cohort the atom. */
export function attributeInput(
  questionnaire: Questionnaire,
  answers: readonly Answers[],
  {
    cohorts,
    fileValues,
    cut,
    atoms,
  }: {
    cohorts: readonly Group[]
    fileValues: readonly (number | null)[]
    cut: readonly number[]
    atoms: number
  },
): AttributeInput | undefined {
  const { attribute } = questionnaire
  if (attribute === undefined) return undefined
  const width = attribute.values.length + 1
  const invited = new Int32Array(atoms * width)
  for (const [at, { members }] of cohorts.entries()) {
    const atom = cut[at] ?? -1
    if (atom < 0) continue
    for (const position of members) {
      const cell = atom * width + (fileValues[position] ?? width - 1)
      invited[cell] = (invited[cell] as number) + 1
    }
  }
  return {
    label: attributeLabel(attribute.column),
    values: attributeChoices(questionnaire),
    of: attributeAnswers(questionnaire, answers),
    invited,
  }
}
