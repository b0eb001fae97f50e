import type { Survey } from "../api.ts"

/** What happens to a survey that is being closed, in a sentence or three. */
export function closingLead({
  closePercent,
  sealing,
  closeProblem,
}: Pick<Survey, "closePercent" | "sealing" | "closeProblem">): string {
  const stopped = "Nobody can answer any more."
  if (closePercent != null)
    return `${stopped} The answers are counted, and the results are being computed; comparing them with a thousand made-up organizations in which no message breaks off takes longest. This page changes by itself when the results are there.`
  if (sealing === "trustees")
    return `${stopped} The answers stay sealed until two trustees open them together.`
  if (closeProblem === "key-missing")
    return `${stopped} It waits for its key, then the count goes on by itself.`
  return "The answers are being opened and counted; nobody can answer any more. This page changes by itself when the results are there."
}
