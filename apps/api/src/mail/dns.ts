import { Resolver } from "node:dns/promises"

/** What the DNS check asks. Rejects when no DNS server answers; a name that is not there has no records. */
export interface Dns {
  txt(name: string): Promise<string[]>
  mx(name: string): Promise<string[]>
}

/** `server`: host:port, for tests; else those of the machine. */
export function createDns(server?: string): Dns {
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  if (server !== undefined) resolver.setServers([server])
  const orNone = async <T>(asked: Promise<T[]>): Promise<T[]> => {
    try {
      return await asked
    } catch (error) {
      const { code } = error as { code?: string }
      if (code === "ENODATA" || code === "ENOTFOUND") return []
      throw error
    }
  }
  return {
    txt: async (name) => (await orNone(resolver.resolveTxt(name))).map((parts) => parts.join("")),
    mx: async (name) => (await orNone(resolver.resolveMx(name))).map(({ exchange }) => exchange),
  }
}
