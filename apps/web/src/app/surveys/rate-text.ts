/** A rate that was rounded to 5 and coded at its ends: 10 means "10% or fewer", 90 "90% or more". */
export function rateText(rate: number): string {
  if (rate <= 10) return "10% or fewer"
  if (rate >= 90) return "90% or more"
  return `About ${rate}%`
}
