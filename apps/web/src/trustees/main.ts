import "../respond/respond.css"
import "./trustees.css"
import type { SealingKey } from "@throughline/ballot"
import { element } from "../respond/element.ts"
import { closePage } from "./close-page.ts"
import { dealPage, waitPage } from "./deal-page.ts"
import { createFrame } from "./frame.ts"
import { keyPage } from "./key-page.ts"
import { button, paragraph, wordsOfFailure } from "./parts.ts"
import { closedPage, restPage } from "./rest-pages.ts"
import { type Stage, stageOf } from "./stage.ts"
import { type Opened3, type TrusteeApi, trusteeApi, trusteeSecretOf } from "./trustee-api.ts"
import { tryPage } from "./try-page.ts"
import { openVault } from "./vault.ts"
import type { Visit } from "./visit.ts"

/** ms; while a page waits for others, or for the close. */
const LOOK = 10_000

const pages: Record<Stage, (visit: Visit) => Node[]> = {
  "make-key": keyPage,
  "wait-keys": waitPage,
  deal: dealPage,
  "wait-dealings": waitPage,
  try: tryPage,
  ready: restPage,
  open: restPage,
  hand: (visit) => closePage(visit, new Date()),
  handed: (visit) => closePage(visit, new Date()),
  "open-ballots": (visit) => closePage(visit, new Date()),
  closed: closedPage,
}
/** On these nobody is in the middle of something that a new drawing would disturb. */
const waiting: readonly Stage[] = ["wait-keys", "wait-dealings", "ready", "open", "handed"]

const frame = createFrame()
const secret = trusteeSecretOf(location.pathname)
if (!secret) say("unknown", "This link is not known", "Check that it was copied as a whole.")
else if (!globalThis.crypto?.subtle)
  say(
    "old",
    "This browser is too old",
    "Your key is made in the browser, and this one cannot. Open the link in another one, by https.",
  )
else await visitWith(trusteeApi(secret))

function say(id: string, title: string, text: string, ...more: Node[]) {
  frame.show(id, title, [element("h1", {}, title), paragraph(text, "lead"), ...more])
}

async function visitWith(api: TrusteeApi): Promise<void> {
  const vault = await openVault()
  let drawn = ""
  let key: SealingKey | undefined

  async function look(atHand?: SealingKey): Promise<void> {
    key = atHand
    try {
      await draw(await api.look())
    } catch (error) {
      say(
        "failed",
        "This page could not be loaded",
        wordsOfFailure(error),
        button("Load again", () => void look()),
      )
      drawn = ""
    }
  }

  async function draw(seen: Opened3): Promise<void> {
    const stage = stageOf(seen)
    const publicKey = seen.trustees.find(({ seat }) => seat === seen.seat)?.publicKey
    const keptHere = publicKey != null && (await vault?.read(publicKey)) !== undefined
    const state = JSON.stringify([stage, keptHere, seen])
    if (state === drawn) return
    drawn = state
    frame.name(seen.organization.name)
    const content = pages[stage]({ seen, api, vault, keptHere, key, lookAgain: look })
    const title = content.find((node) => node instanceof HTMLHeadingElement)?.textContent ?? "Trustee"
    frame.show(stage, title, content)
  }

  await look()
  setInterval(() => {
    const stage = drawn === "" ? undefined : (JSON.parse(drawn) as [Stage])[0]
    const folded = document.querySelector("details[open]")
    if (stage !== undefined && waiting.includes(stage) && !folded && !document.hidden) void look()
  }, LOOK)
}
