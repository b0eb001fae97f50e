import "./how/how.css"
import type { Language } from "@throughline/instrument"
import { element } from "./element.ts"
import { fingerprintSection } from "./how/fingerprint-section.ts"
import { picture } from "./how/pictures.ts"
import { receiptSection } from "./how/receipt-section.ts"
import { requestsSection } from "./how/requests-section.ts"
import { howTexts, learnHow } from "./how/speech.ts"
import type { OpenInvitation } from "./invitation.ts"
import { actionRow } from "./notice-page.ts"
import type { Kept } from "./shelf.ts"
import type { Page, Shell } from "./shell.ts"
import type { SixWords } from "./six-words.ts"
import { pageTexts } from "./speech.ts"

export interface HowState {
  open: OpenInvitation
  secret: string
  /** What this browser holds about the link; undefined before anything was begun. */
  kept: Kept | undefined
  /** What was signed blindly, while the page that asked for it is open; it is not kept. */
  blinded: string | undefined
  /** Whether the browser keeps anything after the visit. */
  lasting: boolean
  words: SixWords
}

/** How the answer gets in without a name, and what the own browser can show of it. */
export async function openHowPage(shell: Shell, state: HowState): Promise<void> {
  await learnHow(shell.language())
  const { organization, survey, manifest } = state.open
  const receipt = receiptSection(organization.id, survey.id, state.kept?.receipt ?? undefined)
  const fingerprint = fingerprintSection(manifest.page)
  shell.show((language) => howPage(language, state, [receipt.draw(language), fingerprint.draw(language)]))
}

function howPage(language: Language, state: HowState, checks: Node[]): Page {
  const texts = howTexts(language)
  const page = pageTexts(language)
  const { open, lasting } = state
  const { limits } = page.promise({
    organization: open.organization.name,
    invitedInGroup: open.leaf.invited,
    k: open.manifest.k,
    closesAt: open.survey.closesAt,
    trustees: open.manifest.trustees,
  })
  return {
    title: texts.title,
    content: [
      element("h1", {}, texts.title),
      element("p", { class: "lead" }, texts.lead),
      element(
        "ol",
        { class: "pictures" },
        ...texts.steps.map(({ title, text }, at) =>
          element("li", {}, picture(at), element("h2", {}, title), element("p", {}, text)),
        ),
      ),
      requestsSection(language, state),
      state.words.draw(language, { group: open.leaf.id }),
      ...checks,
      section(texts.terms.title, ...terms(language)),
      section(texts.kept.title, element("p", {}, page.keptAfterSending(lasting))),
      section(limits.title, element("ul", {}, ...limits.points.map((point) => element("li", {}, point)))),
      ...actionRow([{ label: texts.back, kind: "second", act: () => history.back() }]),
    ],
  }
}

function terms(language: Language): Node[] {
  const { entries } = howTexts(language).terms
  return [
    element(
      "dl",
      {},
      ...entries.map(({ term, text }) =>
        element("div", {}, element("dt", {}, term), element("dd", {}, text)),
      ),
    ),
  ]
}

export function section(title: string, ...content: Node[]): HTMLElement {
  return element("section", { class: "why-part" }, element("h2", {}, title), ...content)
}
