import { element } from "./element.ts"

/** The line through the questionnaire: a station for every page, filled as far as one has come. */
export function createWay() {
  const line = element("div", { class: "way", role: "progressbar", "aria-valuemin": 1 })
  return {
    line,
    /** `page` counts from 0. */
    show(page: number, pages: number, spoken: string) {
      if (line.childElementCount !== pages) {
        line.replaceChildren(...Array.from({ length: pages }, () => element("i")))
      }
      for (const [at, station] of [...line.children].entries()) {
        station.className = at < page ? "passed" : at === page ? "here" : ""
      }
      line.style.setProperty("--come", String(pages > 1 ? page / (pages - 1) : 1))
      line.setAttribute("aria-valuemax", String(pages))
      line.setAttribute("aria-valuenow", String(page + 1))
      line.setAttribute("aria-valuetext", spoken)
      line.setAttribute("aria-label", spoken)
    },
  }
}
