import type { Language } from "@throughline/instrument"
import { element } from "./element.ts"
import type { OpenInvitation } from "./invitation.ts"
import type { Page } from "./shell.ts"
import { pageTexts } from "./speech.ts"

/** When and where the results will be seen, and until when the answer can be changed; below it what can be done. */
export function thanksPage(
  language: Language,
  { organization, survey, manifest }: OpenInvitation,
  { lasting, below }: { lasting: boolean; below: Node[] },
): Page {
  const { thanks, keptAfterSending } = pageTexts(language)
  const { title, paragraphs } = thanks({
    organization: organization.name,
    k: manifest.k,
    closesAt: survey.closesAt,
  })
  // The last one tells how to come back and change the answer, which a browser that keeps nothing cannot do.
  const said = lasting ? paragraphs : paragraphs.slice(0, -1)
  return {
    title,
    content: [
      element("div", { class: "arrived", "aria-hidden": "true" }),
      element("h1", {}, title),
      ...said.map((text) => element("p", {}, text)),
      element("p", {}, keptAfterSending(lasting)),
      ...below,
    ],
  }
}
