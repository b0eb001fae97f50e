import "./respond.css"
import { languages } from "@throughline/instrument"
import { openCodePage } from "./code-page.ts"
import { element } from "./element.ts"
import { secretOf } from "./invitation.ts"
import { noticePage } from "./notice-page.ts"
import { preferredLanguage } from "./preferred-language.ts"
import { openRemindersPage, reminderTokenOf } from "./reminders-page.ts"
import { createShell } from "./shell.ts"
import { pageTexts, pageWords } from "./speech.ts"
import { openLink } from "./visit.ts"

// zod compiles its checks with `new Function` where it may; under our content security policy it may not, so it need not try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const shell = createShell({
  language: preferredLanguage(navigator.languages, languages),
  languageLabel: (spoken) => pageWords(spoken).languages,
})

const secret = secretOf(location.pathname)
const reminderToken = reminderTokenOf(location.pathname)
const published = /^\/p\/([\w-]{1,64})\/([\w-]{1,64})\/?$/.exec(location.pathname)
if (published) void openPublic(published[1] ?? "", published[2] ?? "")
else if (/^\/(code|s\/?)$/.test(location.pathname)) openCodePage(shell)
else if (reminderToken) openRemindersPage(shell, reminderToken)
else if (!secret) shell.show((spoken) => noticePage(pageTexts(spoken).states.unknown))
else if (!globalThis.crypto?.subtle)
  shell.show((spoken) => noticePage(pageTexts(spoken).states.browserTooOld))
else openLink(shell, secret)

/** Few come here, and what is explained here is longer than the promise. */
async function openPublic(organization: string, survey: string) {
  shell.show((spoken) => ({
    title: pageTexts(spoken).windowTitle,
    content: [element("p", { role: "status", class: "lead" }, pageTexts(spoken).busy.loading)],
  }))
  try {
    const [{ openPublicPage }, sealing] = await Promise.all([
      import("./public-page.ts"),
      import("./sealing.ts"),
    ])
    await openPublicPage(shell, sealing, organization, survey)
  } catch {
    shell.show((spoken) => noticePage(pageWords(spoken).unreachable))
  }
}
