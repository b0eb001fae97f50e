const lists: Record<string, string> = {
  missionDecoys: "other statement",
  priorities: "priority",
  priorityDecoys: "other priority",
}

/** "missionDecoys.1" → "other statement 2": names of fields inside a message, as the form calls them. */
export function withFieldNames(message: string): string {
  return message.replaceAll(
    /\b(missionDecoys|priorities|priorityDecoys)\.(\d+)/g,
    (_, list: string, at: string) => `${lists[list]} ${Number(at) + 1}`,
  )
}
