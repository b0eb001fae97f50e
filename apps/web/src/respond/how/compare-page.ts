export type PageFound = "fits" | "differs" | "none" | "unreachable"

/**
 * Whether this page and all it loaded are the ones whose fingerprint was promised: the list of the page's files has
 * that fingerprint, each file has the one in the list, and nothing was loaded that is not in it.
 */
export async function comparePage(promised: string): Promise<PageFound> {
  try {
    const list = await bytesOf(`/assets/page-${promised}.json`)
    if (list === undefined || (await hash(list)) !== promised) return "differs"
    const files: Record<string, string> = JSON.parse(new TextDecoder().decode(list))
    const loaded = performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && /\.(js|css|svg)$/.test(pathname))
    if (loaded.some(({ pathname }) => !(pathname.slice(1) in files))) return "differs"
    for (const [name, promisedHash] of Object.entries(files)) {
      // The page itself is served under the link, whatever its file is called.
      const bytes = await bytesOf(name === "respond.html" ? location.pathname : `/${name}`)
      if (bytes === undefined || (await hash(bytes)) !== promisedHash) return "differs"
    }
    return "fits"
  } catch {
    return "unreachable"
  }
}

async function bytesOf(path: string): Promise<ArrayBuffer | undefined> {
  const reply = await fetch(path, { credentials: "omit", referrerPolicy: "no-referrer" })
  if (reply.status >= 500) throw new Error("the server is busy")
  return reply.ok ? reply.arrayBuffer() : undefined
}

async function hash(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return btoa(String.fromCharCode(...digest))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "")
}
