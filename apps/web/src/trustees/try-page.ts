import { element } from "../respond/element.ts"
import { ifLost } from "./key-page.ts"
import { keyFileForm } from "./own-key.ts"
import { actions, button, createStatus, paragraph, people, run, way } from "./parts.ts"
import { circleWords, openOwnShare } from "./shares.ts"
import { newKey } from "./split-page.ts"
import type { Visit } from "./visit.ts"

/** Step 3: the file and the passphrase open the share, and the three browsers have the same keys. */
export function tryPage(visit: Visit): Node[] {
  const { seen, api } = visit
  const publicKey = seen.trustees.find(({ seat }) => seat === seen.seat)?.publicKey ?? ""
  const sealingKey = seen.sealingKey ?? ""
  const status = createStatus()
  const form = keyFileForm(publicKey, status)
  const below = element("div", {})
  const attempt = button("Try my share", (pressed) =>
    run(pressed, status, async () => {
      const key = await form.open()
      if (key === undefined) return
      const survey = { id: seen.survey.id, sealingKey }
      const own = await openOwnShare(key, survey, seen.seat, seen.sealedShare ?? "")
      if (own === undefined)
        return status.fails(
          "Your key does not open your share. Tell the other two: one of you has to make a new key.",
        )
      await visit.vault?.keep(key)
      status.says("Working out the words to compare…")
      const words = await circleWords(seen.survey.id, own)
      status.says("")
      below.replaceChildren(...compare(words))
      below.querySelector("h2")?.focus()
    }),
  )

  function compare(words: string[]): Node[] {
    const confirmed = createStatus()
    return [
      element("h2", { tabindex: "-1" }, "Your share opens. Now compare six words"),
      element("p", { class: "compare-words", lang: "en" }, words.join(" ")),
      paragraph(
        "Call the other two, or ask them face to face: do they see the same six words? If so, nobody has slipped a key of their own in between. If not, do not go on, and tell HR.",
      ),
      ...confirmed.nodes,
      actions(
        button("The words are the same", (pressed) =>
          run(pressed, confirmed, async () => {
            await api.postTried(sealingKey)
            await visit.lookAgain()
          }),
        ),
      ),
    ]
  }

  return [
    paragraph(seen.survey.name, "kicker"),
    element("h1", {}, "Try your share"),
    paragraph(
      "Each of you has a share of the survey's key. Try now whether your file and passphrase open yours.",
      "lead",
    ),
    way(2),
    ...form.nodes,
    ...status.nodes,
    actions(attempt),
    below,
    people(seen),
    ...ifLost(),
    newKey(visit),
  ]
}
