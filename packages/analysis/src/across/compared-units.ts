import type { ReleaseGroup } from "../release.ts"

/**
 * The units among some groups, and those of them that have nobody in common: the outermost. Whatever holds all the
 * others (of a leader's part the own unit) is not one to compare them with.
 */
export function comparedUnits(
  groups: readonly ReleaseGroup[],
  told: ReadonlySet<string>,
): { units: ReleaseGroup[]; disjoint: ReleaseGroup[] } {
  const byId = new Map(groups.map((group) => [group.id, group]))
  const around = (group: ReleaseGroup): string[] => {
    const found: string[] = []
    for (let at = byId.get(group.parent ?? ""); at && !found.includes(at.id); at = byId.get(at.parent ?? ""))
      found.push(at.id)
    return found
  }
  const all = groups.filter(({ kind }) => kind === "unit")
  const whole = wholeOf(groups, all)
  const units = all.filter(({ id }) => told.has(id) && id !== whole)
  const disjoint = units.filter((unit) => !around(unit).some((id) => id !== whole && told.has(id)))
  return { units, disjoint }
}

/** Id of what holds all the others: the organization, or the one unit outside of all others that has some inside. */
export function wholeOf(groups: readonly ReleaseGroup[], units: readonly ReleaseGroup[]): string | undefined {
  const organization = groups.find(({ kind }) => kind === "organization")
  if (organization) return organization.id
  const outermost = units.filter(({ parent }) => parent === null)
  return outermost.length === 1 && units.length > 1 ? outermost[0]?.id : undefined
}
