import type { QuestionTexts } from "../question-texts.ts"

export const questions: QuestionTexts = {
  prompt: "Ne ölçüde katılıyorsunuz?",
  scale: [
    "Kesinlikle katılmıyorum",
    "Katılmıyorum",
    "Ne katılıyorum ne katılmıyorum",
    "Katılıyorum",
    "Kesinlikle katılıyorum",
  ],
  cannotSay: "Bir şey söyleyemem",
  pickUpTo: (most) => `En çok ${most} tane seçin.`,
  pickOne: "Birini seçin.",
  optional: "Bunu boş bırakabilirsiniz.",
  ranking: {
    prompt: (most) => `Önce birinci sırada gelene, sonra ikinciye dokunun; toplam en çok ${most}.`,
    give: (choice, rank) => `${choice}: ${rank}. sırayı ver`,
    full: (choice, most) => `${choice}: ${most} sıranın hepsi verildi, önce birini kaldırın`,
    ranked: (choice, rank) => `${choice}, ${rank}. sırada`,
    up: (choice) => `Yukarı taşı: ${choice}`,
    down: (choice) => `Aşağı taşı: ${choice}`,
    remove: (choice) => `Kaldır: ${choice}`,
    chosen: (count, most) => `Verilen sıra: ${count} / ${most}`,
    said: {
      placed: (choice, rank) => `${choice} artık ${rank}. sırada.`,
      moved: (choice, rank) => `${choice} ${rank}. sıraya geçti.`,
      removed: (choice) => `${choice} kaldırıldı.`,
    },
  },
}
