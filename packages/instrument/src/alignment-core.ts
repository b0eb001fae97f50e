import { alignmentItems } from "./alignment-items.ts"
import { alignmentKnowing } from "./alignment-knowing.ts"
import type { Construct, Instrument } from "./instrument.ts"

const constructs: Construct[] = [
  {
    id: "mission-clarity",
    name: { en: "Mission clarity", ar: "وضوح الرسالة" },
    about: {
      en: "Whether people say they know what the organization is for and what that means for their work.",
      ar: "هل يقول الناس إنهم يعرفون الغاية من المؤسسة وما يعنيه ذلك لعملهم.",
    },
    page: { en: "Our mission", ar: "رسالتنا" },
  },
  {
    id: "vision-clarity",
    name: { en: "Vision clarity", ar: "وضوح الرؤية" },
    about: {
      en: "Whether people say they know where the organization wants to be in a few years.",
      ar: "هل يقول الناس إنهم يعرفون أين تريد المؤسسة أن تكون بعد بضع سنوات.",
    },
    page: { en: "Our vision", ar: "رؤيتنا" },
  },
  {
    id: "strategy",
    name: { en: "Strategy", ar: "الاستراتيجية" },
    about: {
      en: "Whether people say they know what comes first, why, and how it is to be reached.",
      ar: "هل يقول الناس إنهم يعرفون ما الذي يأتي أولًا، ولماذا، وكيف نبلغه.",
    },
    page: { en: "Our strategy", ar: "استراتيجيتنا" },
  },
  {
    id: "line-of-sight",
    name: { en: "Line of sight", ar: "صلة العمل بالأهداف" },
    about: {
      en: "Whether people see how their own work serves the organization's goals.",
      ar: "هل يرى الناس كيف يخدم عملهم أهداف المؤسسة.",
    },
    page: { en: "Your own work", ar: "عملك أنت" },
  },
  {
    id: "leader-communication",
    name: { en: "Leader communication", ar: "تواصل القيادة" },
    about: {
      en: "Whether leaders explain the direction, give one message, and act on it.",
      ar: "هل يشرح القادة الاتجاه برسالة واحدة ويعملون بما يقولون.",
    },
    page: { en: "What you hear from leaders", ar: "ما تسمعه من القيادة" },
  },
  {
    id: "cross-team",
    name: { en: "Across teams", ar: "بين الفرق" },
    about: {
      en: "Whether teams that depend on each other pull the same way.",
      ar: "هل تسير الفرق التي يعتمد بعضها على بعض في اتجاه واحد.",
    },
    page: { en: "Working with other teams", ar: "العمل مع الفرق الأخرى" },
  },
  {
    id: "feedback",
    name: { en: "Feedback and follow-through", ar: "الملاحظات والمتابعة" },
    about: {
      en: "Whether people can speak up about the direction, and whether something comes of it.",
      ar: "هل يستطيع الناس إبداء رأيهم في الاتجاه، وهل يُبنى على ذلك شيء.",
    },
    page: { en: "Feedback and decisions", ar: "الملاحظات والقرارات" },
  },
  {
    id: "explaining",
    name: { en: "Given what it takes to explain", ar: "التمكين من الشرح" },
    about: {
      en: "Whether people with reports are given what they need to explain the strategy. Asked only of them.",
      ar: "هل يحصل من يديرون غيرهم على ما يلزمهم لشرح الاستراتيجية. يُسأل عنه هؤلاء وحدهم.",
    },
    page: { en: "Explaining things to your team", ar: "الشرح لفريقك" },
  },
]

/**
 * Our own instrument. The order is chosen, not grown:
 *
 * 1. All claims ("I know …") come before anything that shows official wording. Were the mission or the priorities
 *    seen first, people would claim to know what they have just read; and whoever has just failed to recognise them
 *    would lower the claims that follow. Either would destroy the comparison of claimed with shown.
 * 2. Among the claims the general (mission) comes before the particular (own work, leaders, teams), so that a
 *    grievance about a manager does not colour the answers about the mission.
 * 3. The explaining items of people with reports come after what they hear themselves.
 * 4. "When and by whom was it explained" is about events, not about content, and gives nothing away. The top priority
 *    in one's own words is recall: it must come before the list, for a list turns recall into recognition.
 * 5. Priorities before mission, because five whole statements are the longest reading of all; comments last, when
 *    everything has come to mind.
 *
 * The vision is never shown: nothing asks to recognise it, and read before or among the claims it would prime them.
 */
export const alignmentCore: Instrument = {
  id: "alignment-core",
  version: 1,
  name: { en: "Alignment", ar: "التوافق مع الرسالة" },
  constructs,
  questions: [...alignmentItems, ...alignmentKnowing],
  pages: [
    {
      id: "heard",
      title: { en: "How the strategy reached you", ar: "كيف وصلتك الاستراتيجية" },
      questions: ["explained-when", "explained-by", "top-priority"],
    },
    { id: "priorities", title: { en: "Priorities", ar: "الأولويات" }, questions: ["priorities"] },
    { id: "mission", title: { en: "Mission", ar: "الرسالة" }, questions: ["mission"] },
    {
      id: "comments",
      title: { en: "In your own words", ar: "بكلماتك" },
      questions: ["comment-helps", "comment-hinders"],
    },
  ],
  composites: [
    {
      id: "message",
      name: { en: "The message: mission, vision, strategy", ar: "الرسالة والرؤية والاستراتيجية معًا" },
      constructs: ["mission-clarity", "vision-clarity", "strategy"],
    },
  ],
}
