import type { Question } from "./instrument.ts"

/** What people show rather than claim, then what they add in their own words. */
export const alignmentKnowing: Question[] = [
  {
    type: "choice",
    id: "explained-when",
    text: {
      en: "When did somebody last explain our strategy to you?",
      ar: "متى شرح لك أحد استراتيجيتنا آخر مرة؟",
    },
    choices: [
      { id: "month", text: { en: "Within the last month", ar: "خلال الشهر الماضي" } },
      { id: "quarter", text: { en: "One to three months ago", ar: "قبل شهر إلى ثلاثة أشهر" } },
      { id: "year", text: { en: "Three to twelve months ago", ar: "قبل ثلاثة أشهر إلى اثني عشر شهرًا" } },
      { id: "longer", text: { en: "More than a year ago", ar: "قبل أكثر من سنة" } },
      { id: "never", text: { en: "Nobody has explained it to me", ar: "لم يشرحها لي أحد" } },
      { id: "forgotten", text: { en: "I do not remember", ar: "لا أتذكر" } },
    ],
  },
  {
    type: "choice",
    id: "explained-by",
    text: { en: "Who was it, that last time?", ar: "من شرحها لك في تلك المرة؟" },
    choices: [
      { id: "manager", text: { en: "My direct manager", ar: "المدير المباشر" } },
      {
        id: "manager-above",
        text: { en: "A leader above my direct manager", ar: "مسؤول أعلى من المدير المباشر" },
      },
      { id: "top", text: { en: "The head of the organization", ar: "المسؤول الأول في المؤسسة" } },
      { id: "colleague", text: { en: "A colleague", ar: "أحد الزملاء" } },
      {
        id: "media",
        text: { en: "Nobody in person: I read or watched it", ar: "لا أحد وجهًا لوجه: قرأتها أو شاهدتها" },
      },
      { id: "other", text: { en: "Somebody else", ar: "شخص آخر" } },
    ],
    unless: { question: "explained-when", choice: "never" },
  },
  {
    type: "text",
    id: "top-priority",
    text: {
      en: "In your own words: what is our organization’s most important priority right now?",
      ar: "بكلماتك: ما أهم أولوية لمؤسستنا الآن؟",
    },
    maxLength: 200,
    lines: 2,
  },
  {
    type: "priorities",
    id: "priorities",
    text: {
      en: "Which three of these are our organization’s official priorities?",
      ar: "أي ثلاث من هذه هي الأولويات الرسمية لمؤسستنا؟",
    },
    pick: 3,
  },
  {
    type: "mission",
    id: "mission",
    text: {
      en: "Which of these is our organization’s mission?",
      ar: "أي من هذه العبارات هي رسالة مؤسستنا؟",
    },
  },
  {
    type: "text",
    id: "comment-helps",
    text: {
      en: "What helps you most to see where we are going?",
      ar: "ما أكثر ما يساعدك على معرفة وجهتنا؟",
    },
    maxLength: 800,
    lines: 4,
  },
  {
    type: "text",
    id: "comment-hinders",
    text: {
      en: "What makes it hardest to see where we are going?",
      ar: "ما أكثر ما يصعّب عليك معرفة وجهتنا؟",
    },
    maxLength: 800,
    lines: 4,
  },
]
