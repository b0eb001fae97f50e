interface Counted {
  name: string
  /** people of the group */
  invited: number
  /** those of them whom the figure counts */
  covered: number
}

/** Says for which groups a figure leaves people out, and why; empty when it leaves out nobody. */
export function partlyCounted(groups: readonly Counted[]): string {
  const partly = groups
    .filter(({ invited, covered }) => covered < invited)
    .map(({ name, invited, covered }) => `${name} counts ${covered} of its ${invited} people`)
  return partly.length === 0 ? "" : `${partly.join("; ")}: the others stand in cohorts of several layers.`
}
