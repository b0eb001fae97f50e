import type { QuestionTexts } from "../question-texts.ts"

export const questions: QuestionTexts = {
  prompt: "Ne ölçüde katılıyorsunuz?",
  // A soft hyphen where a word may break: a fifth of a phone's width is narrow.
  scale: [
    "Hiç katıl\u00admıyorum",
    "Katıl\u00admıyorum",
    "İkisi de değil",
    "Katılı\u00adyorum",
    "Tama\u00admen katılı\u00adyorum",
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
