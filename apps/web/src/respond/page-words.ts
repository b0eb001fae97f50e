import type { Language, Notice } from "@throughline/instrument"

/** What only this page says, beside `respondentTexts`: reaching the server, and what the browser keeps. */
export interface PageWords {
  /** Label of the language switch. */
  languages: string
  unreachable: Notice
  refused: Notice
  /** A cast was begun in this browser and its reply never came. */
  unconfirmed: Notice
  /** A draft was found. */
  welcomeBack(page: number, pages: number): string
  /** The browser keeps nothing for this site at all. */
  keepsNothing: string
  /** A draft could not be saved while answering. */
  notKept: Notice
  loadingQuestions: string
  remove: { offer: string; consequence: string; button: string; done: Notice }
  startOver: { consequence: string }
  /** On the last page. */
  answeredSoFar(answered: number, asked: number): string
}

const en: PageWords = {
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
    title: "Your answer has probably arrived",
    text: "It was sent from this browser, but the confirmation got lost on the way. Send it again to be certain; it cannot count twice.",
  },
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
    offer: "Remove my answers from this browser",
    consequence:
      "What was sent stays counted. But this browser forgets your answers, and nobody can change them any more.",
    button: "Remove",
    done: { title: "Removed", text: "This browser keeps nothing of your answers any more." },
  },
  startOver: { consequence: "The answers kept in this browser are thrown away." },
  answeredSoFar: (answered, asked) =>
    `You have answered ${answered} of ${asked} questions. The rest may stay empty.`,
}

const ar: PageWords = {
  languages: "اللغة",
  unreachable: {
    title: "لا تستطيع هذه الصفحة الوصول إلى الاستبيان",
    text: "لم يضع شيء ولم يُستهلك رابطك. يرجى التحقق من الاتصال والمحاولة مرة أخرى.",
  },
  refused: {
    title: "رفض الخادم إجابتك المختومة",
    text: "لم تُحتسب، وكل ما أدخلته ما زال في هذا المتصفح. يرجى إعادة تحميل الصفحة والإرسال من جديد، وإن تكرر ذلك فيرجى إبلاغ من دعاك.",
  },
  unconfirmed: {
    title: "وصلت إجابتك على الأرجح",
    text: "أُرسلت من هذا المتصفح، لكن التأكيد ضاع في الطريق. أعد الإرسال لتتأكد، ولن تُحتسب مرتين.",
  },
  welcomeBack: (page, pages) => `توقفت عند الصفحة ${page} من ${pages}. ما زالت إجاباتك في هذا المتصفح.`,
  keepsNothing:
    "لا يحفظ هذا المتصفح شيئًا لهذه الصفحة. يرجى الإجابة دفعة واحدة وإبقاء الصفحة مفتوحة حتى الإرسال.",
  notKept: {
    title: "لا يستطيع هذا المتصفح حفظ إجاباتك",
    text: "يمكنك المتابعة، والإرسال يعمل كالمعتاد، لكن يرجى إبقاء هذه الصفحة مفتوحة حتى الإرسال.",
  },
  loadingQuestions: "جارٍ إحضار الأسئلة …",
  remove: {
    offer: "حذف إجاباتي من هذا المتصفح",
    consequence: "ما أُرسل يبقى محتسبًا، لكن هذا المتصفح ينسى إجاباتك ولا يعود بإمكان أحد تغييرها.",
    button: "حذف",
    done: { title: "تم الحذف", text: "لم يعد هذا المتصفح يحفظ شيئًا من إجاباتك." },
  },
  startOver: { consequence: "تُحذف الإجابات المحفوظة في هذا المتصفح." },
  answeredSoFar: (answered, asked) =>
    `عدد الأسئلة التي أجبت عنها ${answered} من أصل ${asked}. ويمكن ترك الباقي فارغًا.`,
}

const words: Record<Language, PageWords> = { en, ar }

export function pageWords(language: Language): PageWords {
  return words[language]
}
