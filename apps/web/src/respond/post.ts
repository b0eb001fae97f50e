/** What became of a request of ours that changes something. "no-reply": nobody can know whether it arrived. */
export type Posted<T> = { status: "ok"; body: T } | { status: number } | { status: "no-reply" }

const REPLY_WITHIN_MS = 20_000

/** No cookie, no referrer, and no header of ours beyond those given: the request says nothing but its body. */
export async function post<T>(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Posted<T>> {
  try {
    const reply = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(REPLY_WITHIN_MS),
    })
    return reply.ok ? { status: "ok", body: await reply.json() } : { status: reply.status }
  } catch {
    return { status: "no-reply" }
  }
}
