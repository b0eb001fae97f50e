import type { PageWords } from "../page-words.ts"

export { page as texts } from "@throughline/instrument/texts/en"

export const words: PageWords = {
  languages: "Language",
  unreachable: {
    title: "This page cannot reach the survey",
    text: "Nothing was lost and your link is not used up. Please check your connection and try again.",
  },
  refused: {
    title: "The server refused your sealed answer",
    text: "It was not counted. Everything you entered is still in this browser. Please reload this page and send again; if it happens twice, tell the person who invited you.",
  },
  unconfirmed: {
    title: "Not confirmed yet",
    text: "This browser began to send your answer, and the confirmation got lost on the way. Send it again to be certain; it cannot count twice. Only this browser can do that.",
  },
  maybeArrived:
    "This browser got no confirmation of what it sent last: it may or may not have arrived. Your receipt is still here. Look it up under “How do I know?” to see whether your answer was counted.",
  welcomeBack: (page, pages) =>
    `You stopped on page ${page} of ${pages}. Your answers are still in this browser.`,
  keepsNothing:
    "This browser keeps nothing for this page. Please answer in one go and leave the page open until you have sent.",
  notKept: {
    title: "This browser cannot keep your answers",
    text: "You can go on, and sending works as before. But please leave this page open until you have sent.",
  },
  loadingQuestions: "Getting the questions …",
  remove: {
    offer: "Make this browser forget my answer",
    consequence:
      "What was sent stays counted. But nobody can change or withdraw it any more, and without the receipt nobody can look it up after the close.",
    button: "Forget",
    done: { title: "Forgotten", text: "This browser keeps nothing of your answer any more." },
  },
  startOver: { consequence: "The answers kept in this browser are thrown away." },
  answeredSoFar: (answered, asked) =>
    `You have answered ${answered} of ${asked} questions. The rest may stay empty.`,
}
