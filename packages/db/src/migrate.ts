import type { Db } from "./schema.ts"

export async function migrate(_db: Db): Promise<void> {}
