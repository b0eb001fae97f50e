import { languages as allLanguages, type Language, languageNames, oneLine } from "@throughline/instrument"
import { element, svg } from "./element.ts"
import { isLearned, learn } from "./speech.ts"

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
  /** Once the link has told them; settles when the language is there. */
  introduce(facts: { organization: string; languages?: Language[]; language?: Language }): Promise<void>
}

/** When not even the words of a language arrive. */
const unreached: Record<Language, string> = {
  en: "The page could not be loaded. Please check your connection and reload it.",
  de: "Die Seite konnte nicht geladen werden. Bitte prüfen Sie Ihre Verbindung und laden Sie sie neu.",
  fr: "La page n’a pas pu être chargée. Merci de vérifier votre connexion et de la recharger.",
  es: "No se ha podido cargar la página. Compruebe su conexión y vuelva a cargarla, por favor.",
  tr: "Sayfa yüklenemedi. Lütfen bağlantınızı denetleyip sayfayı yenileyin.",
  ar: "تعذر تحميل الصفحة. يرجى التحقق من الاتصال وإعادة تحميلها.",
}

/** So many stand side by side on a phone; more fold into a list. */
const SIDE_BY_SIDE = 2

/** The frame around every page: whose survey it is, the languages, one main part that is replaced. */
export function createShell(options: {
  language: Language
  /** What the choice of languages is called in each of them. */
  languageLabel(language: Language): string
}): Shell {
  let { language } = options
  let languages: readonly Language[] = allLanguages
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
    if (!isLearned(language)) return
    switcher.setAttribute("aria-label", options.languageLabel(language))
    switcher.replaceChildren(
      ...(languages.length > SIDE_BY_SIDE
        ? [languageList()]
        : languages.length > 1
          ? languages.map(languageButton)
          : []),
    )
  }

  async function pick(offered: Language, control: string) {
    chosen = offered
    if (offered !== language && !(await speak(offered))) chosen = undefined
    redraw()
    switcher.querySelector<HTMLElement>(control)?.focus()
  }

  /** Changes to a language as soon as it is there; without a connection the page keeps the one it speaks. */
  async function speak(next: Language): Promise<boolean> {
    const there = await learn(next).then(
      () => true,
      () => false,
    )
    if (there && (chosen === undefined || chosen === next)) language = next
    frame()
    return there
  }

  function languageButton(offered: Language) {
    return element(
      "button",
      {
        type: "button",
        lang: offered,
        "aria-pressed": String(offered === language),
        onclick: () => pick(offered, `[lang="${offered}"]`),
      },
      languageNames[offered],
    )
  }

  function languageList() {
    const list = element(
      "select",
      {
        "aria-label": options.languageLabel(language),
        onchange: () => pick(list.value as Language, "select"),
      },
      ...languages.map((offered) =>
        element(
          "option",
          { value: offered, lang: offered, selected: offered === language },
          languageNames[offered],
        ),
      ),
    )
    return list
  }

  function redraw() {
    if (!draw || !isLearned(language)) return
    const page = draw(language)
    document.title = organization ? `${page.title} · ${oneLine(organization)}` : page.title
    main.replaceChildren(...page.content)
  }

  frame()
  learn(language).then(
    () => {
      frame()
      redraw()
    },
    () => main.replaceChildren(element("p", { class: "lead" }, unreached[language])),
  )
  return {
    language: () => language,
    show(next) {
      const first = draw === undefined
      draw = next
      redraw()
      if (!first) focusHeading()
    },
    async introduce(facts) {
      organization = facts.organization
      languages = facts.languages ?? languages
      if (chosen && !languages.includes(chosen)) chosen = undefined
      const next = chosen ?? facts.language ?? language
      frame()
      if (next !== language || !isLearned(next)) await speak(next)
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
