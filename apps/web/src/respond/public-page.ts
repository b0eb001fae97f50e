import "./how/how.css"
import { formatMoment, type Language } from "@throughline/instrument"
import { element } from "./element.ts"
import { fingerprintSection } from "./how/fingerprint-section.ts"
import { receiptSection } from "./how/receipt-section.ts"
import { howTexts, learnHow } from "./how/speech.ts"
import { noticePage } from "./notice-page.ts"
import { fetchPublished, fetchReceipts, type PublishedSurvey } from "./published.ts"
import type { Page, Shell } from "./shell.ts"
import { createSixWords, type SixWords } from "./six-words.ts"
import { namesIn, pageTexts, pageWords } from "./speech.ts"

/** What a survey promises, without a link: the same for whoever asks. */
export async function openPublicPage(
  shell: Shell,
  { manifestHash, sixWords }: typeof import("./sealing.ts"),
  organization: string,
  survey: string,
): Promise<void> {
  const [published, receipts] = await Promise.all([
    fetchPublished(organization, survey),
    fetchReceipts(organization, survey),
    learnHow(shell.language()),
  ])
  if (published === "unreachable") {
    return shell.show((language) =>
      noticePage(pageWords(language).unreachable, [
        { label: pageTexts(language).buttons.reload, act: () => location.reload() },
      ]),
    )
  }
  if (published === "unknown") return shell.show((language) => noticePage(howTexts(language).survey.unknown))
  const words = createSixWords()
  const receipt = receiptSection(organization, survey, undefined)
  const fingerprint = fingerprintSection(published.manifest.page)
  const hash = await manifestHash(published.manifest)
  if (published.organizationName) await shell.introduce({ organization: published.organizationName })
  shell.show((language) =>
    publicPage(language, published, {
      hash,
      receipts: typeof receipts === "string" ? undefined : receipts.length,
      words,
      checks: [receipt.draw(language), fingerprint.draw(language)],
    }),
  )
  words.tell(await sixWords(published.manifest))
}

function publicPage(
  language: Language,
  { manifest, name }: PublishedSurvey,
  { hash, receipts, words, checks }: { hash: string; receipts?: number; words: SixWords; checks: Node[] },
): Page {
  const { survey } = howTexts(language)
  const { trustees, reviewers } = manifest
  const facts: [string, string | HTMLElement][] = [
    [survey.state, receipts === undefined ? survey.states.open : survey.states.closed],
    [survey.closes, formatMoment(manifest.closesAt, language)],
    [survey.key, trustees.length === 0 ? survey.byServer : survey.byTrustees(namesIn(trustees, language))],
    [survey.readers, reviewers.length === 0 ? survey.nobody : namesIn(reviewers, language)],
    [survey.groups, String(manifest.cohorts)],
    ...(receipts === undefined ? [] : ([[survey.receipts, String(receipts)]] satisfies [string, string][])),
    [survey.fingerprint, element("span", { class: "bytes", dir: "ltr" }, hash)],
  ]
  return {
    title: survey.title,
    content: [
      ...(name ? [element("p", { class: "kicker" }, element("bdi", {}, name))] : []),
      element("h1", {}, survey.title),
      element("p", { class: "lead" }, survey.lead),
      words.draw(language),
      element(
        "dl",
        { class: "facts" },
        ...facts.map(([term, fact]) => element("div", {}, element("dt", {}, term), element("dd", {}, fact))),
      ),
      ...checks,
    ],
  }
}
