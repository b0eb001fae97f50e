import type { PageWords } from "../page-words.ts"

export { page as texts } from "@throughline/instrument/texts/fr"

export const words: PageWords = {
  languages: "Langue",
  unreachable: {
    title: "Cette page ne parvient pas à joindre l’enquête",
    text: "Rien n’est perdu et votre lien n’est pas consommé. Merci de vérifier votre connexion et de réessayer.",
  },
  refused: {
    title: "Le serveur a refusé votre réponse scellée",
    text: "Elle n’a pas été comptée. Tout ce que vous avez saisi est toujours dans ce navigateur. Merci de recharger cette page et d’envoyer à nouveau ; si cela se reproduit, prévenez la personne qui vous a adressé l’invitation.",
  },
  unconfirmed: {
    title: "Votre réponse est probablement arrivée",
    text: "Elle a été envoyée depuis ce navigateur, mais la confirmation s’est perdue en chemin. Envoyez-la à nouveau par sécurité ; elle ne peut pas compter deux fois.",
  },
  welcomeBack: (page, pages) =>
    `Vous étiez à la page ${page} sur ${pages}. Vos réponses sont toujours dans ce navigateur.`,
  keepsNothing:
    "Ce navigateur ne garde rien pour cette page. Merci de répondre d’un trait et de laisser la page ouverte jusqu’à l’envoi.",
  notKept: {
    title: "Ce navigateur ne peut pas garder vos réponses",
    text: "Vous pouvez continuer, et l’envoi fonctionne comme avant. Mais merci de laisser cette page ouverte jusqu’à l’envoi.",
  },
  loadingQuestions: "Chargement des questions …",
  remove: {
    offer: "Retirer mes réponses de ce navigateur",
    consequence:
      "Ce qui a été envoyé reste compté. Mais ce navigateur oublie vos réponses, et personne ne peut plus les modifier.",
    button: "Retirer",
    done: { title: "Retiré", text: "Ce navigateur ne garde plus rien de vos réponses." },
  },
  startOver: { consequence: "Les réponses gardées dans ce navigateur sont effacées." },
  answeredSoFar: (answered, asked) =>
    `Questions auxquelles vous avez répondu : ${answered} sur ${asked}. Le reste peut rester vide.`,
}
