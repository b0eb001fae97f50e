import "./respond.css"
import { languages } from "@throughline/instrument"
import { element } from "./element.ts"
import { secretOf } from "./invitation.ts"
import { noticePage } from "./notice-page.ts"
import { preferredLanguage } from "./preferred-language.ts"
import { createShell } from "./shell.ts"
import { pageTexts, pageWords } from "./speech.ts"
import { openLink } from "./visit.ts"

// zod compiles its checks with `new Function` where it may; under our content security policy it may not, so it need not try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const shell = createShell({
  language: preferredLanguage(navigator.languages, languages),
  languageLabel: (spoken) => pageWords(spoken).languages,
})

const { pathname } = location
const secret = secretOf(pathname)
const reminderToken = /^\/r\/([A-Za-z0-9_-]{20,128})\/?$/.exec(pathname)?.[1]
const [, organization, survey] = /^\/p\/([\w-]{1,64})\/([\w-]{1,64})\/?$/.exec(pathname) ?? []
if (organization && survey)
  later(async () => {
    const [page, sealing] = await Promise.all([import("./public-page.ts"), import("./sealing.ts")])
    await page.openPublicPage(shell, sealing, organization, survey)
  })
else if (/^\/(code|s\/?)$/.test(pathname))
  later(async () => (await import("./code-page.ts")).openCodePage(shell))
else if (reminderToken)
  later(async () => (await import("./reminders-page.ts")).openRemindersPage(shell, reminderToken))
else if (!secret) shell.show((spoken) => noticePage(pageTexts(spoken).states.unknown))
else if (!globalThis.crypto?.subtle)
  shell.show((spoken) => noticePage(pageTexts(spoken).states.browserTooOld))
else openLink(shell, secret)

/** Pages that few come to: what they need is not loaded by those who answer. */
function later(open: () => Promise<void>) {
  shell.show((spoken) => ({
    title: pageTexts(spoken).windowTitle,
    content: [element("p", { role: "status", class: "lead" }, "…")],
  }))
  open().catch(() => shell.show((spoken) => noticePage(pageWords(spoken).unreachable)))
}
