import type { SealingKey } from "@throughline/ballot"
import { type KeyFileFault, openKeyFile } from "./key-file.ts"
import { field, type Status } from "./parts.ts"
import type { Visit } from "./visit.ts"

const faults: Record<KeyFileFault, string> = {
  "no-key-file": "This is no trustee's key file. Choose the file that this page saved for you.",
  "other-key": "This file holds another key: one that you made before, or one for another survey.",
  passphrase: "The passphrase does not open this file. Nothing was changed; type it once more.",
}

/** The own key: at hand from the step before, from this browser, or from the file where the browser does not have it. */
export function ownKeyForm(visit: Visit, status: Status) {
  const publicKey = visit.seen.trustees.find(({ seat }) => seat === visit.seen.seat)?.publicKey ?? ""
  const form = keyFileForm(publicKey, status)
  const known = visit.key?.publicKey === publicKey ? visit.key : undefined
  return {
    nodes: known !== undefined || visit.keptHere ? [] : form.nodes,
    open: async (): Promise<SealingKey | undefined> =>
      known ?? (visit.keptHere ? await visit.vault?.read(publicKey) : undefined) ?? (await form.open()),
  }
}

/** Fields for the file and its passphrase. */
export function keyFileForm(publicKey: string, status: Status) {
  const file = field({
    id: "key-file",
    type: "file",
    label: "Your key file",
    hint: "The file that this page saved when you made your key.",
  })
  const passphrase = field({
    id: "passphrase",
    type: "password",
    label: "Its passphrase",
    autocomplete: "current-password",
  })
  return {
    nodes: [file.node, passphrase.node] as Node[],
    /** undefined: it has been said what is wrong. */
    async open(): Promise<SealingKey | undefined> {
      const chosen = file.input.files?.[0]
      if (chosen === undefined) {
        status.fails("Choose your key file first.")
        file.input.focus()
        return undefined
      }
      status.says("Opening your file…")
      const key = await openKeyFile(await chosen.text(), passphrase.input.value, publicKey)
      status.says("")
      if (typeof key !== "string") return key
      status.fails(faults[key])
      const wrong = key === "passphrase" ? passphrase.input : file.input
      wrong.focus()
      return undefined
    },
  }
}
