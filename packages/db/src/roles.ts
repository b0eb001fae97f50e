/** web: requests of people. worker: mails, the queue and snapshots. close: opens the box, writes results. */
export type Role = "web" | "worker" | "close"

export const roles = ["web", "worker", "close"] as const satisfies Role[]

/** What holds the rights of a role, in every database of a cluster. */
export const roleName = (role: Role): string => `throughline_${role}`
