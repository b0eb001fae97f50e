import type { Language } from "@throughline/instrument"
import { element, svg } from "./element.ts"

export interface Page {
  /** For the browser's tab. */
  title: string
  content: Node[]
}

export type Draw = (language: Language) => Page

export interface Shell {
  language(): Language
  /** Shows a page and moves focus to its heading. It is drawn again whenever the language changes. */
  show(draw: Draw): void
  /** Once the link has told them. */
  introduce(facts: { organization: string; languages?: Language[]; language?: Language }): void
}

const ownName: Record<Language, string> = { en: "English", ar: "العربية" }

/** The frame around every page: whose survey it is, the languages, one main part that is replaced. */
export function createShell(options: { language: Language; languageLabel: Record<Language, string> }): Shell {
  let { language } = options
  let languages: Language[] = ["en", "ar"]
  /** Whoever was quicker than the link to say which language keeps it. */
  let chosen: Language | undefined
  let organization = ""
  let draw: Draw | undefined
  const name = element("p", { class: "from" })
  const switcher = element("div", { class: "languages", role: "group" })
  const main = element("main", { id: "main" })
  document.body.append(element("header", { class: "bar" }, mark(), name, switcher), main)

  function frame() {
    document.documentElement.lang = language
    document.documentElement.dir = language === "ar" ? "rtl" : "ltr"
    name.replaceChildren(element("bdi", {}, organization || "Throughline"))
    switcher.setAttribute("aria-label", options.languageLabel[language])
    switcher.replaceChildren(...(languages.length > 1 ? languages.map(languageButton) : []))
  }

  function languageButton(offered: Language) {
    const pick = () => {
      chosen = offered
      if (offered === language) return
      language = offered
      frame()
      redraw()
      const same = switcher.querySelector<HTMLElement>(`[lang="${offered}"]`)
      same?.focus()
    }
    return element(
      "button",
      { type: "button", lang: offered, "aria-pressed": String(offered === language), onclick: pick },
      ownName[offered],
    )
  }

  function redraw() {
    if (!draw) return
    const page = draw(language)
    document.title = organization ? `${page.title} · ${organization}` : page.title
    main.replaceChildren(...page.content)
  }

  frame()
  return {
    language: () => language,
    show(next) {
      const first = draw === undefined
      draw = next
      redraw()
      if (!first) focusHeading()
    },
    introduce(facts) {
      organization = facts.organization
      languages = facts.languages ?? languages
      language = chosen && languages.includes(chosen) ? chosen : (facts.language ?? language)
      frame()
    },
  }
}

/** Screen readers read on from the heading of the new page, and everybody starts at its top. */
export function focusHeading() {
  window.scrollTo(0, 0)
  const heading = document.querySelector("h1")
  heading?.setAttribute("tabindex", "-1")
  heading?.focus({ preventScroll: true })
}

function mark() {
  return svg(
    "svg",
    { class: "mark", viewBox: "0 0 12 28", width: 12, height: 28, "aria-hidden": "true" },
    svg("path", { d: "M6 1v26" }),
    svg("circle", { cx: 6, cy: 14, r: 3.5 }),
  )
}
