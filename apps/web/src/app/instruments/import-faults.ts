/** What cannot be taken over of an imported file, and where it stands there. */
export interface ImportFault {
  path: string
  message: string
}

/** Issues of a refused import as the server tells them; what has another shape is left out. */
export function importFaults(issues: readonly unknown[]): ImportFault[] {
  return issues.flatMap((issue) => {
    const { path, property, message } = (issue ?? {}) as Record<string, unknown>
    if (typeof message !== "string") return []
    const where = [path, property].filter((part) => typeof part === "string" && part !== "")
    return [{ path: [...new Set(where)].join("."), message }]
  })
}
