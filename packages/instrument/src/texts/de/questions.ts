import type { QuestionTexts } from "../question-texts.ts"

export const questions: QuestionTexts = {
  prompt: "Wie sehr stimmen Sie zu?",
  scale: ["Lehne stark ab", "Lehne ab", "Weder noch", "Stimme zu", "Stimme stark zu"],
  cannotSay: "Kann ich nicht sagen",
  pickUpTo: (most) => `Wählen Sie bis zu ${most} aus.`,
  pickOne: "Wählen Sie eine Antwort.",
  optional: "Sie können dieses Feld leer lassen.",
  ranking: {
    prompt: (most) =>
      `Tippen Sie an, was zuerst kommt, dann, was an zweiter Stelle kommt, insgesamt bis zu ${most}.`,
    give: (choice, rank) => `${choice}: Rang ${rank} geben`,
    full: (choice, most) => `${choice}: alle ${most} Ränge sind vergeben, entfernen Sie zuerst einen`,
    ranked: (choice, rank) => `${choice}, Rang ${rank}`,
    up: (choice) => `Nach oben: ${choice}`,
    down: (choice) => `Nach unten: ${choice}`,
    remove: (choice) => `Entfernen: ${choice}`,
    chosen: (count, most) => `${count} von ${most} vergeben`,
    said: {
      placed: (choice, rank) => `${choice} steht jetzt auf Rang ${rank}.`,
      moved: (choice, rank) => `${choice} ist auf Rang ${rank} gerückt.`,
      removed: (choice) => `${choice} ist entfernt.`,
    },
  },
}
