import { AsyncLocalStorage } from "node:async_hooks"
import type { KyselyPlugin } from "kysely"

const transaction = new AsyncLocalStorage<{ isOpen: boolean }>()

/** Runs the work of a transaction; meanwhile whatever it starts may use that transaction only. */
export async function runInside<T>(work: () => Promise<T>): Promise<T> {
  const state = { isOpen: true }
  try {
    return await transaction.run(state, work)
  } finally {
    state.isOpen = false // what goes on afterwards, a timer for instance, is outside again
  }
}

/**
 * Throws inside an open transaction. There, the embedded database's one connection is taken and waiting for it
 * would never end; on a server, the query would run beside the transaction, without its role and organization.
 */
export function refuseInside(): void {
  if (transaction.getStore()?.isOpen) {
    throw new Error("inside withOrganization use its tx: the database itself would wait for ever")
  }
}

/** Refuses queries of the database itself inside a transaction; withOrganization takes it off for its own. */
export const outsideOnly: KyselyPlugin = {
  transformQuery: ({ node }) => {
    refuseInside()
    return node
  },
  transformResult: async ({ result }) => result,
}
