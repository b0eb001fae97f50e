import type { QuestionTexts } from "../question-texts.ts"

export const questions: QuestionTexts = {
  prompt: "Dans quelle mesure êtes-vous d’accord ?",
  scale: ["Pas du tout d’accord", "Pas d’accord", "Ni l’un ni l’autre", "D’accord", "Tout à fait d’accord"],
  cannotSay: "Je ne peux pas le dire",
  pickUpTo: (most) => `Choisissez-en ${most} au maximum.`,
  pickOne: "Choisissez une réponse.",
  optional: "Vous pouvez laisser ce champ vide.",
  ranking: {
    prompt: (most) =>
      `Touchez ce qui vient en premier, puis ce qui vient en deuxième, ${most} au maximum en tout.`,
    give: (choice, rank) => `${choice} : donner le rang ${rank}`,
    full: (choice, most) => `${choice} : les ${most} rangs sont donnés, retirez-en d’abord un`,
    ranked: (choice, rank) => `${choice}, rang ${rank}`,
    up: (choice) => `Monter : ${choice}`,
    down: (choice) => `Descendre : ${choice}`,
    remove: (choice) => `Retirer : ${choice}`,
    chosen: (count, most) => `${count} sur ${most} classés`,
    said: {
      placed: (choice, rank) => `${choice} est maintenant au rang ${rank}.`,
      moved: (choice, rank) => `${choice} passe au rang ${rank}.`,
      removed: (choice) => `${choice} : retiré.`,
    },
  },
}
