import type { DealingFault } from "@throughline/ballot"
import { element } from "../respond/element.ts"
import { newKey } from "./deal-page.ts"
import { ifLost } from "./key-page.ts"
import { keyFileForm } from "./own-key.ts"
import { actions, button, createStatus, paragraph, people, run, way } from "./parts.ts"
import { provenBy } from "./proof.ts"
import { circleWords, openOwnShare } from "./shares.ts"
import type { Visit } from "./visit.ts"

/** What is wrong with what was dealt, and who has to do something. */
function wordsOfFault(fault: DealingFault, nameOf: (seat: number) => string): string {
  switch (fault.fault) {
    case "not-openable":
    case "wrong":
      return `What ${nameOf(fault.from)} dealt to you is no part of a share. Tell the other two: ${nameOf(fault.from)} has to make a new key, and all three deal again.`
    case "not-mine":
      return "What was dealt in your name does not come from your key. Somebody else has dealt in your place: do not go on, tell the other two, and make a new key."
    case "other-key":
      return "The survey's key is not the one that the three of you have dealt. Do not go on, and tell the other two."
  }
}

/** Step 3: the file and the passphrase open the share, and the three browsers have the same keys. */
export function tryPage(visit: Visit): Node[] {
  const { seen, api } = visit
  const publicKey = seen.trustees.find(({ seat }) => seat === seen.seat)?.publicKey ?? ""
  const status = createStatus()
  // Whoever comes from dealing has just used file or key; everybody else tries the file they keep.
  const atHand = visit.key?.publicKey === publicKey ? visit.key : undefined
  const form = keyFileForm(publicKey, status)
  const below = element("div", {})
  const attempt = button("Try my share", (pressed) => tryNow(pressed))

  function tryNow(pressed: HTMLButtonElement) {
    return run(pressed, status, async () => {
      const key = atHand ?? (await form.open())
      if (key === undefined) return
      status.says("Checking what was dealt to you…")
      const own = await openOwnShare(key, seen)
      if ("fault" in own) {
        return status.fails(
          wordsOfFault(own, (seat) => seen.trustees.find((one) => one.seat === seat)?.name ?? ""),
        )
      }
      await visit.vault?.keep(key)
      status.says("Working out the words to compare…")
      const [words, proof] = [await circleWords(seen), await provenBy(key, seen)]
      status.says("")
      below.replaceChildren(...compare(words, proof))
      below.querySelector("h2")?.focus()
    })
  }

  function compare(words: string[], proof: string): Node[] {
    const confirmed = createStatus()
    return [
      element("h2", { tabindex: "-1" }, "Your share is right. Now compare six words"),
      element("p", { class: "compare-words", lang: "en" }, words.join(" ")),
      paragraph(
        "Call the other two, or ask them face to face: do they see the same six words? If so, nobody has slipped a key of their own in between. If not, do not go on, and tell HR.",
      ),
      ...confirmed.nodes,
      actions(
        button("The words are the same", (pressed) =>
          run(pressed, confirmed, async () => {
            await api.postTried({ sealingKey: seen.sealingKey ?? "", proof })
            await visit.lookAgain()
          }),
        ),
      ),
    ]
  }

  if (atHand !== undefined) queueMicrotask(() => void tryNow(attempt))
  return [
    paragraph(seen.survey.name, "kicker"),
    element("h1", {}, "Try your share"),
    paragraph(
      atHand === undefined
        ? "All three have dealt, so each of you has a share of the survey's key. Try now whether your file and passphrase open yours."
        : "You were the last to deal, so each of you has a share of the survey's key now. Yours is tried at once.",
      "lead",
    ),
    way(2),
    ...(atHand === undefined ? form.nodes : []),
    ...status.nodes,
    actions(attempt),
    below,
    people(seen),
    ...ifLost(),
    newKey(visit),
  ]
}
