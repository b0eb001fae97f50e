import { readKey } from "./blind.ts"
import type { Bundle } from "./bundle.ts"
import { type Check, check, many } from "./check.ts"
import { merkleRoot } from "./leaf.ts"
import { hashOf } from "./manifest.ts"

/** What the label of the top group begins with, as the server writes it. */
const TOP = "top group"

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
  const tops = cut.filter(({ kind }) => kind === "top").length
  // A group that may be smaller is one at most, and the one that the promise calls so.
  const oneTop =
    tops <= 1 && leaves.every(({ label }, at) => label.startsWith(TOP) === (cut[at]?.kind === "top"))
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
      alike && oneTop && small === 0,
      `In every group at least ${k + SPARE} people were invited (in the top group at least ${k}).`,
      !alike
        ? "The sizes of the groups differ between the promise and the announcement."
        : !oneTop
          ? "Other groups than the one that the promise names are said to be the top group."
          : `${many(small, "group is", "groups are")} smaller than promised.`,
    ),
    check(
      "group-keys",
      usable && keys === leaves.length,
      "Every group has a key of its own.",
      usable ? "Groups share a key." : "A group has a key that cannot be trusted.",
    ),
  ]
}
