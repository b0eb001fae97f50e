interface Counted {
  name: string
  /** people of the group */
  invited: number
  /** those of them whom the figure counts */
  covered: number
}

/** Says for which layers a figure leaves people out, and why; empty when it leaves out nobody. */
export function partlyCounted(layers: readonly Counted[]): string {
  const partly = layers
    .filter(({ invited, covered }) => covered < invited)
    .map(({ name, invited, covered }) => `${name} counts ${covered} of its ${invited} people`)
  return partly.length === 0 ? "" : `${partly.join("; ")}: the others stand in cohorts of several layers.`
}
