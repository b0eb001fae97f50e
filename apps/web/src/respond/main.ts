import "./respond.css"
import { type Language, languages, respondentTexts } from "@throughline/instrument"
import { openCodePage } from "./code-page.ts"
import { secretOf } from "./invitation.ts"
import { noticePage } from "./notice-page.ts"
import { pageWords } from "./page-words.ts"
import { openRemindersPage, reminderTokenOf } from "./reminders-page.ts"
import { createShell } from "./shell.ts"
import { openLink } from "./visit.ts"

// zod compiles its checks with `new Function` where it may; under our content security policy it may not, so it need not try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())
const language = wanted.find((tag) => languages.some((known) => known === tag)) as Language | undefined
const shell = createShell({
  language: language ?? "en",
  languageLabel: (spoken) => pageWords(spoken).languages,
})

const secret = secretOf(location.pathname)
const reminderToken = reminderTokenOf(location.pathname)
if (location.pathname === "/code") openCodePage(shell)
else if (reminderToken) openRemindersPage(shell, reminderToken)
else if (!secret) shell.show((spoken) => noticePage(respondentTexts(spoken).states.unknown))
else if (!globalThis.crypto?.subtle)
  shell.show((spoken) => noticePage(respondentTexts(spoken).states.browserTooOld))
else openLink(shell, secret)
