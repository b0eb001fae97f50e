/**
 * What a leaf of the manifest says of its cohort to anybody: where it stands, and no name. It is hashed into the root of
 * every launched survey, so this text is never to change; a respondent's browser reads in its beginning that fewer may
 * stand in the group at the top.
 */
export function leafLabel(kind: string, [from, to]: readonly [number, number]): string {
  const range = from === to ? `layer ${from}` : `layers ${from}–${to}`
  return kind === "top" ? `top group, ${range}` : range
}
