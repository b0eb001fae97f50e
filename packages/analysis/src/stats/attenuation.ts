export interface Disattenuated {
  /** r / sqrt(rel_x rel_y), whatever it is. */
  quotient: number
  /** "If perfectly measured": the quotient; undefined beyond 1, where it cannot be estimated. Never cut off at 1. */
  correlation: number | undefined
}

/**
 * Correction of a correlation for the unreliability of both measures (Spearman 1904, American Journal of Psychology
 * 15). It has no interval of its own. undefined when a reliability is not in (0, 1].
 */
export function disattenuated(
  r: number,
  reliabilityX: number,
  reliabilityY: number,
): Disattenuated | undefined {
  const possible = (reliability: number) => reliability > 0 && reliability <= 1
  if (!possible(reliabilityX) || !possible(reliabilityY)) return undefined
  const quotient = r / Math.sqrt(reliabilityX * reliabilityY)
  return { quotient, correlation: Math.abs(quotient) > 1 ? undefined : quotient }
}
