/** What a published table may hold; the largest that is known has five thousand rows. */
export const publishedLimits = {
  bytes: 8 * 1024 * 1024,
  rows: 50_000,
  /** In one wave and group. Every question is looked for in each of them. */
  layers: 50,
  /** Characters of one text. */
  text: 500,
}
