import "./respond.css"
import { languages } from "@throughline/instrument"
import { openCodePage } from "./code-page.ts"
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
if (/^\/(code|s\/?)$/.test(location.pathname)) openCodePage(shell)
else if (reminderToken) openRemindersPage(shell, reminderToken)
else if (!secret) shell.show((spoken) => noticePage(pageTexts(spoken).states.unknown))
else if (!globalThis.crypto?.subtle)
  shell.show((spoken) => noticePage(pageTexts(spoken).states.browserTooOld))
else openLink(shell, secret)
