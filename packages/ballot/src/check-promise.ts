import { readKey } from "./blind.ts"
import type { Bundle } from "./bundle.ts"
import { type Check, check, many } from "./check.ts"
import { merkleRoot } from "./leaf.ts"
import { hashOf } from "./manifest.ts"

/** How many more than k are invited in each cohort but the top one. */
const SPARE = 3

/**
 * Whether promise and groups are the ones announced before the survey began.
 *
 * @param six the manifest's six words
 * @param known the six words as whoever checks has them from a mail
 */
export async function checkPromise(
  { manifest, words, leaves, cut }: Bundle,
  six: readonly string[],
  known: readonly string[] | undefined,
): Promise<Check[]> {
  const { k } = manifest
  const same = (other: readonly string[]) =>
    other.length === six.length && six.every((word, at) => word === other[at])
  const inOrder = leaves.every(({ id }, at) => id === at)
  const root = await merkleRoot(leaves)
  const small = cut.filter(({ kind, invited }) => !(invited >= k + (kind === "top" ? 0 : SPARE))).length
  const alike =
    cut.length === leaves.length &&
    leaves.every(({ id, invited }, at) => cut[at]?.id === id && cut[at]?.invited === invited)
  const usable = leaves.every(({ key }) => readKey(key) !== undefined)
  const keys = new Set(leaves.map(({ key }) => key.n)).size
  return [
    check(
      "words",
      same(words),
      `The promise gives the six words “${six.join(" ")}”, the same that the bundle says were mailed.`,
      `The promise gives the six words “${six.join(" ")}”, but “${words.join(" ")}” are said to have been mailed.`,
    ),
    ...(known === undefined
      ? []
      : [
          check(
            "words-known",
            same(known),
            "They are the six words that you gave.",
            `You gave the six words “${known.join(" ")}”: you were shown another promise than this one.`,
          ),
        ]),
    check(
      "cut",
      (await hashOf(cut)) === manifest.cut,
      "People were put into groups as announced before the survey began.",
      "People were put into other groups than announced before the survey began.",
    ),
    check(
      "groups",
      inOrder && root === manifest.root && leaves.length === manifest.cohorts,
      `The ${many(leaves.length, "group and its key are", "groups and their keys are")} those that the six words stand for.`,
      "The groups or their keys are not those that the six words stand for.",
    ),
    check(
      "group-sizes",
      alike && small === 0,
      `In every group at least ${k + SPARE} people were invited (in the top group at least ${k}).`,
      alike
        ? `${many(small, "group is", "groups are")} smaller than promised.`
        : "The sizes of the groups differ between the promise and the announcement.",
    ),
    check(
      "group-keys",
      usable && keys === leaves.length,
      "Every group has a key of its own.",
      usable ? "Groups share a key." : "A group has a key that cannot be trusted.",
    ),
  ]
}
