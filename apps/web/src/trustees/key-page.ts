import { createSealingKey, type SealingKey } from "@throughline/ballot"
import { element } from "../respond/element.ts"
import { dealNow } from "./deal-page.ts"
import { makeKeyFile } from "./key-file.ts"
import { actions, button, createStatus, field, paragraph, people, run, way } from "./parts.ts"
import { stageOf } from "./stage.ts"
import type { Visit } from "./visit.ts"

const SHORTEST = 12

/** Step 1: a key of one's own, kept as a file under a passphrase and in this browser. */
export function keyPage(visit: Visit): Node[] {
  const { seen } = visit
  return [
    paragraph(seen.survey.name, "kicker"),
    element("h1", {}, "Make your key"),
    paragraph(
      `You are one of three trustees of this survey at ${seen.organization.name}. Any two of you can open its answers after it has closed. Nobody else can: not HR, and not whoever runs the server.`,
      "lead",
    ),
    way(0),
    paragraph(
      "Your key is made in this browser and never leaves it. You keep it as a file. Put the file where you will find it in a few weeks, and the passphrase somewhere else.",
    ),
    ...keyForm(visit),
    ...ifLost(),
    people(seen),
  ]
}

/** What happens when a file or a passphrase is lost; told before there is one to lose. */
export function ifLost(): Node[] {
  return [
    element(
      "section",
      { class: "limits" },
      element("h2", {}, "If you lose the file or the passphrase"),
      element(
        "ul",
        {},
        element(
          "li",
          {},
          "Before the launch you make a new key here, and all three of you deal and try again.",
        ),
        element(
          "li",
          {},
          "After the launch two of three suffice: the other two can still open the answers together.",
        ),
        element("li", {}, "If two of you lose theirs, nobody can ever open the answers. Nobody has a copy."),
      ),
    ),
  ]
}

export function keyForm(visit: Visit): Node[] {
  const status = createStatus()
  const passphrase = field({
    id: "new-passphrase",
    type: "password",
    label: "A passphrase for the file",
    hint: `At least ${SHORTEST} characters. Four words that do not belong together are good and easy to remember.`,
    autocomplete: "new-password",
  })
  const again = field({
    id: "passphrase-again",
    type: "password",
    label: "The passphrase again",
    autocomplete: "new-password",
  })
  // Made once: when sending it fails, the file that was saved stays the right one.
  let made: SealingKey | undefined
  const make = button("Make my key and save the file", (pressed) =>
    run(pressed, status, async () => {
      if (passphrase.input.value.length < SHORTEST) {
        status.fails(`The passphrase needs at least ${SHORTEST} characters.`)
        return passphrase.input.focus()
      }
      if (passphrase.input.value !== again.input.value) {
        status.fails("The two passphrases are not the same.")
        return again.input.focus()
      }
      status.says("Making your key…")
      made ??= await createSealingKey()
      await save(visit, made, passphrase.input.value)
      await visit.api.postKey(made.publicKey)
      await visit.vault?.keep(made)
      const seen = await visit.api.look()
      // Whoever makes the last key deals at once: they are here, and meant to go on.
      if (stageOf(seen) === "deal") await dealNow(visit.api, seen, made, status)
      await visit.lookAgain(made)
    }),
  )
  return [passphrase.node, again.node, ...status.nodes, actions(make)]
}

async function save({ seen }: Visit, key: SealingKey, passphrase: string) {
  const text = await makeKeyFile(key, passphrase, {
    survey: seen.survey.name,
    organization: seen.organization.name,
    trustee: seen.trustees.find(({ seat }) => seat === seen.seat)?.name ?? "",
  })
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }))
  const link = element("a", { href: address, download: `trustee-key-${seen.survey.id.slice(0, 8)}.json` })
  document.body.append(link)
  link.click()
  link.remove()
  URL.revokeObjectURL(address)
}
