import { element } from "../respond/element.ts"
import { ifLost, keyForm } from "./key-page.ts"
import { actions, button, createStatus, folded, paragraph, people, run, type Status, way } from "./parts.ts"
import { type Circle, splitAmong } from "./shares.ts"
import type { Opened3, TrusteeApi } from "./trustee-api.ts"
import type { Visit } from "./visit.ts"

/** Step 2, while others are still to come. */
export function waitPage(visit: Visit): Node[] {
  return [
    paragraph(visit.seen.survey.name, "kicker"),
    element("h1", {}, "Your key is made"),
    paragraph(
      "When all three keys are there, each of you gets a share of the survey's key. We write to you then.",
      "lead",
    ),
    way(1),
    paragraph("You can close this page. Keep the file and the passphrase."),
    people(visit.seen),
    ...ifLost(),
    newKey(visit),
  ]
}

/** Step 2, when the browser that made the last key did not get further. */
export function splitPage(visit: Visit): Node[] {
  const status = createStatus()
  const make = button("Make the survey's key", (pressed) =>
    run(pressed, status, async () => {
      await splitNow(visit.api, visit.seen, status)
      await visit.lookAgain()
    }),
  )
  return [
    paragraph(visit.seen.survey.name, "kicker"),
    element("h1", {}, "All three keys are there"),
    paragraph(
      "Your browser now makes the survey's key, splits it into three shares, seals each share to one of you, and forgets the key.",
      "lead",
    ),
    way(1),
    ...status.nodes,
    actions(make),
    people(visit.seen),
    newKey(visit),
  ]
}

/** Makes the survey's key in this browser, and sends what everybody may see of it. */
export async function splitNow(api: TrusteeApi, seen: Opened3, status: Status): Promise<void> {
  status.says("Making and splitting the survey's key…")
  const [one = "", two = "", three = ""] = seen.trustees.map(({ publicKey }) => publicKey ?? "")
  const circle: Circle = [one, two, three]
  await api.postShares(await splitAmong(seen.survey.id, circle))
}

/** For whoever has lost theirs before the launch. */
export function newKey(visit: Visit): Node {
  return folded(
    "I have lost my file or its passphrase",
    paragraph("Make a new key. The one before is void, and all three of you try your shares again."),
    ...keyForm(visit),
  )
}
