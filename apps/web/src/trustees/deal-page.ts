import type { SealingKey } from "@throughline/ballot"
import { element } from "../respond/element.ts"
import { ifLost, keyForm } from "./key-page.ts"
import { ownKeyForm } from "./own-key.ts"
import { actions, button, createStatus, folded, paragraph, people, run, type Status, way } from "./parts.ts"
import { provenBy } from "./proof.ts"
import { dealOwn } from "./shares.ts"
import type { Opened3, TrusteeApi } from "./trustee-api.ts"
import type { Visit } from "./visit.ts"

/** While others are still to come, with their keys or with what they deal. */
export function waitPage(visit: Visit): Node[] {
  const { seen } = visit
  const hasDealt = seen.trustees.some(({ seat, hasDealt }) => seat === seen.seat && hasDealt)
  return [
    paragraph(seen.survey.name, "kicker"),
    element("h1", {}, hasDealt ? "You have dealt your part" : "Your key is made"),
    paragraph(
      hasDealt
        ? "When all three have dealt, each of you has a share of the survey's key and tries it. We write to you then."
        : "When all three keys are there, each of you deals a part of the survey's key to the others. We write to you then.",
      "lead",
    ),
    way(hasDealt ? 2 : 1),
    paragraph("You can close this page. Keep the file and the passphrase."),
    people(seen),
    ...ifLost(),
    newKey(visit),
  ]
}

/** Each of the three deals; whoever is last tries the own share at once. */
export function dealPage(visit: Visit): Node[] {
  const { seen } = visit
  const status = createStatus()
  const form = ownKeyForm(visit, status)
  const start = button("Deal my part", (pressed) =>
    run(pressed, status, async () => {
      const key = await form.open()
      if (key === undefined) return
      await dealNow(visit.api, seen, key, status)
      await visit.lookAgain(key)
    }),
  )
  return [
    paragraph(seen.survey.name, "kicker"),
    element("h1", {}, "Deal your part of the key"),
    paragraph(
      "All three keys are there. Each of you now deals a part of the survey's key to the others, sealed. The key is the sum of the three parts, so nobody ever has the whole of it, you neither.",
      "lead",
    ),
    way(1),
    ...form.nodes,
    ...status.nodes,
    actions(start),
    people(seen),
    ...ifLost(),
    newKey(visit),
  ]
}

/** Deals the own part to the three, and proves with it whose it is. */
export async function dealNow(
  api: TrusteeApi,
  seen: Opened3,
  key: SealingKey,
  status: Status,
): Promise<void> {
  status.says("Dealing your part…")
  await api.postDealing({ ...(await dealOwn(key, seen)), proof: await provenBy(key, seen) })
}

/** For whoever has lost theirs before the launch. */
export function newKey(visit: Visit): Node {
  return folded(
    "I have lost my file or its passphrase",
    paragraph("Make a new key. The one before is void, and all three of you deal and try again."),
    ...keyForm(visit),
  )
}
