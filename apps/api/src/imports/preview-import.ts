import type { Deps } from "../deps.ts"
import { countUpload, type ImportUpload } from "./count-upload.ts"
import type { ImportPreview } from "./schemas.ts"

/** What an import would make, in counts only: no figure of anybody's answers is told before it is there. */
export async function previewImport(
  deps: Deps,
  organizationId: string,
  upload: ImportUpload,
): Promise<ImportPreview> {
  const { counted } = await countUpload(deps, organizationId, upload)
  const nothing = { layers: [], units: { told: 0, hidden: 0 }, smallest: 0, beside: 0, notes: [] }
  if (!("release" in counted)) {
    const { refused, refusedRows = [] } = counted
    const refusedCount = refusedRows.reduce((sum, { rows }) => sum + rows, 0)
    return { ...nothing, refused, people: 0, refusedCount, refusedRows }
  }
  const { release, findings, people, refusedRows, notes } = counted
  const isTold = (cells: object) => Object.values(cells).some(({ state }) => state === "shown")
  const units = release.groups.filter(({ kind }) => kind === "unit")
  const told = units.filter(({ cells }) => isTold(cells)).length
  return {
    refused:
      findings.length === 0 ? null : "The check of the results found figures that would tell too much.",
    ...{ people, refusedCount: counted.refused, refusedRows, notes },
    layers: release.groups
      .filter(({ kind }) => kind === "layer")
      .map(({ name, respondents, cells }) => ({ name, people: respondents, told: isTold(cells) })),
    units: { told, hidden: units.length - told },
    smallest: Math.min(...release.atoms.map(({ respondents }) => respondents)),
    beside: release.beside?.length ?? 0,
  }
}
