import type { Language } from "@throughline/instrument"
import { element } from "./element.ts"
import { pageTexts } from "./speech.ts"

/**
 * The promise as six words, worked out in this browser. They come a moment after the page: their place is kept, so
 * that nothing moves under a finger.
 */
export function createSixWords() {
  let words: readonly string[] | undefined
  let places: { list: HTMLElement; waiting: string }[] = []

  function fill({ list, waiting }: { list: HTMLElement; waiting: string }) {
    list.replaceChildren(
      ...(words ?? [waiting]).map((word) =>
        words ? element("li", { lang: "en", dir: "ltr" }, word) : element("li", { class: "waiting" }, word),
      ),
    )
  }

  return {
    tell(worked: readonly string[]) {
      words = worked
      places = places.filter(({ list }) => list.isConnected)
      places.forEach(fill)
    },
    /** With what to do with them and the number of the own group; `brief` where that has been said before. */
    draw(
      language: Language,
      { brief = false, group }: { brief?: boolean; group?: number } = {},
    ): HTMLElement {
      const { title, text, group: numbered, waiting } = pageTexts(language).sixWords
      const list = element("ol", { class: "six", dir: "ltr", "aria-label": title })
      const place = { list, waiting }
      places.push(place)
      fill(place)
      return element(
        "section",
        { class: brief ? "six-words brief" : "six-words" },
        brief ? element("p", { class: "note" }, title) : element("h2", {}, title),
        list,
        brief ? null : element("p", {}, text),
        group === undefined ? null : element("p", { class: "note" }, numbered(group)),
      )
    },
  }
}
export type SixWords = ReturnType<typeof createSixWords>
