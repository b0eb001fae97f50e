import type { QuestionTexts } from "../question-texts.ts"

export const questions: QuestionTexts = {
  prompt: "إلى أي مدى توافق؟",
  scale: ["لا أوافق بشدة", "لا أوافق", "لا هذا ولا ذاك", "أوافق", "أوافق بشدة"],
  cannotSay: "لا أستطيع أن أحكم",
  pickUpTo: (most) => `يمكنك اختيار ${most} على الأكثر.`,
  pickOne: "يمكنك اختيار واحدة.",
  optional: "يمكنك ترك هذا فارغًا.",
  ranking: {
    prompt: (most) => `انقر ما يأتي أولًا، ثم ما يأتي ثانيًا، حتى ${most} على الأكثر.`,
    give: (choice, rank) => `${choice}: إعطاء المرتبة ${rank}`,
    full: (choice, most) => `${choice}: أُعطيت كل المراتب وعددها ${most}، أزل واحدة أولًا`,
    ranked: (choice, rank) => `${choice}، المرتبة ${rank}`,
    up: (choice) => `نقل إلى أعلى: ${choice}`,
    down: (choice) => `نقل إلى أسفل: ${choice}`,
    remove: (choice) => `إزالة: ${choice}`,
    chosen: (count, most) => `أُعطيت ${count} من ${most}`,
    said: {
      placed: (choice, rank) => `${choice}: أصبح في المرتبة ${rank}.`,
      moved: (choice, rank) => `${choice}: انتقل إلى المرتبة ${rank}.`,
      removed: (choice) => `${choice}: أُزيل.`,
    },
  },
}
