import { element } from "../respond/element.ts"
import { newKey } from "./deal-page.ts"
import { ifLost } from "./key-page.ts"
import { actions, button, createStatus, paragraph, people, run, way } from "./parts.ts"
import type { Visit } from "./visit.ts"

/** Between two steps: nothing to do but to keep the file. */
export function restPage(visit: Visit): Node[] {
  const { seen } = visit
  const isOpen = seen.survey.state === "open"
  return [
    paragraph(seen.survey.name, "kicker"),
    element("h1", {}, isOpen ? "The survey is open" : "Your share works"),
    paragraph(
      isOpen
        ? "People are answering. You have nothing to do until it closes; we write to you then."
        : "When all three of you have tried, HR can launch the survey. We write to you when it closes.",
      "lead",
    ),
    way(3),
    paragraph(
      "Keep the file and the passphrase. Do not hand either to anybody, not to the other trustees either.",
    ),
    people(seen),
    ...ifLost(),
    ...(isOpen ? [] : [newKey(visit)]),
  ]
}

export function closedPage(visit: Visit): Node[] {
  const { seen, vault } = visit
  const status = createStatus()
  const publicKey = seen.trustees.find(({ seat }) => seat === seen.seat)?.publicKey ?? ""
  const remove = button("Remove my key from this browser", (pressed) =>
    run(pressed, status, async () => {
      await vault?.remove(publicKey)
      await visit.lookAgain()
    }),
  )
  return [
    paragraph(seen.survey.name, "kicker"),
    element(
      "h1",
      {},
      seen.survey.outcome === "too-few" ? "Closed without results" : "The answers are counted",
    ),
    paragraph(
      seen.survey.outcome === "too-few"
        ? "Too few people answered to show anything. The sealed answers were destroyed without being opened."
        : "They are counted, and the sealed ballots and shares on the server are destroyed. Thank you.",
      "lead",
    ),
    paragraph(
      visit.keptHere
        ? "One thing is left: destroy your key, so that no copy of the sealed ballots, in a backup for instance, can ever be opened. Remove it from this browser, and delete the file."
        : "Your key is not in this browser any more. Delete the file too: no copy of the sealed ballots can be opened then.",
    ),
    ...status.nodes,
    ...(visit.keptHere ? [actions(remove)] : []),
  ]
}
