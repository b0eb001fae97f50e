import type { CodingView } from "../api.ts"
import { counted } from "../format.ts"

/** The codes with a number before each: typing the number chooses it. */
export function numbered({ codes }: Pick<CodingView, "codes">): { value: string; label: string }[] {
  return codes.map(({ code, text }, at) => ({ value: code, label: `${at + 1}. ${text}` }))
}

export function codeName({ codes }: Pick<CodingView, "codes">, code: string): string {
  return codes.find((one) => one.code === code)?.text ?? code
}

/** Whether people's own words to this question can leave as shares, or have. */
export function isCodable({ state }: Pick<CodingView, "state">): boolean {
  return ["coding", "settling", "ready", "too-few", "published"].includes(state)
}

/** While both code, a topic would tell the other what this one sees in a text; the server refuses it too. */
export const topicsWait = ({ state, mine, other }: Pick<CodingView, "state" | "mine" | "other">): boolean =>
  state === "coding" && mine.length + (other?.done ?? 0) > 0

export function progressText({ state, other, mine, texts, differences }: CodingView): string {
  const name = other?.name ?? "the other reviewer"
  if (state === "coding")
    return `You have coded ${mine.length} of ${counted(texts, "text", "texts")}, ${name} ${other?.done ?? 0}. You each do it alone: neither sees what the other says before both are done. Some of the priorities listed are official and some are not; for the coding it makes no difference.`
  if (state === "settling") {
    const open = differences.filter(({ settled }) => settled === null).length
    return `You both are done, and ${counted(open, "text waits", "texts wait")} to be settled. Your own choices stay as they are.`
  }
  if (state === "ready")
    return "Every text is coded. Below, where comments are published, you can let the shares leave too."
  if (state === "too-few") return "Every text is coded. No share is told of fewer than 20 texts."
  return "The shares of texts that name an official priority have been published, and stay as they are. The texts themselves stay here."
}

/** Cohen's kappa in words, as most people use them (Landis & Koch 1977), below 0.4 in plainer ones; then the figure. */
export function kappaText({ value, low, high }: { value: number; low: number; high: number }): string {
  const two = (figure: number) => `${figure < 0 ? "−" : ""}${Math.abs(figure).toFixed(2)}`
  const about =
    value < 0.4 ? "too little to rest much on" : value < 0.6 ? "moderate" : value < 0.8 ? "good" : "very good"
  return `${about} (Cohen’s kappa ${two(value)}, 95% interval ${two(low)} to ${two(high)})`
}

export function agreementText({ agreement, texts }: Pick<CodingView, "agreement" | "texts">): string {
  if (agreement === null) return ""
  const alike = `Of ${counted(texts, "text", "texts")} you coded ${agreement.same}% alike`
  if (agreement.kappa === null) return `${alike}, all with one and the same choice.`
  return `${alike}. Beyond what two people agree on by habit alone, that is ${kappaText(agreement.kappa)}.`
}
