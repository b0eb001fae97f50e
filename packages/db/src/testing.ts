import type { Database } from "./open.ts"

export function eachDatabase(
  _run: (name: "embedded" | "postgresql", open: () => Promise<Database & { url?: string }>) => void,
): void {}
