import type { Language } from "@throughline/instrument"

/**
 * The language a page begins in, of those on offer. What the people file says of this person comes first. Where it says
 * nothing the invitation names the survey's first language, so that the first says little: then the browser's wishes
 * (`navigator.languages`) decide, and only without one that is on offer the first.
 */
export function preferredLanguage(
  wanted: readonly string[],
  offered: readonly Language[],
  written?: Language,
): Language {
  if (written !== undefined && offered.includes(written) && written !== offered[0]) return written
  const tags = wanted.map((tag) => tag.toLowerCase().split("-")[0])
  return tags.flatMap((tag) => offered.filter((language) => language === tag))[0] ?? offered[0] ?? "en"
}
