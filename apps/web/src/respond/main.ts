import "./respond.css"
import { respondentTexts } from "@throughline/instrument"
import { secretOf } from "./invitation.ts"
import { noticePage } from "./notice-page.ts"
import { pageWords } from "./page-words.ts"
import { createShell } from "./shell.ts"
import { openLink } from "./visit.ts"

// zod compiles its checks with `new Function` where it may; under our content security policy it may not, so it need not try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const language = navigator.languages.some((tag) => tag.startsWith("ar")) ? "ar" : "en"
const shell = createShell({
  language,
  languageLabel: { en: pageWords("en").languages, ar: pageWords("ar").languages },
})

const secret = secretOf(location.pathname)
if (!secret) shell.show((spoken) => noticePage(respondentTexts(spoken).states.unknown))
else if (!globalThis.crypto?.subtle)
  shell.show((spoken) => noticePage(respondentTexts(spoken).states.browserTooOld))
else openLink(shell, secret)
