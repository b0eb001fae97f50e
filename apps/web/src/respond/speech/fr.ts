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
    title: "Pas encore confirmé",
    text: "Ce navigateur a commencé à envoyer votre réponse, et la confirmation s’est perdue en chemin. Envoyez-la à nouveau par sécurité ; elle ne peut pas compter deux fois. Seul ce navigateur peut le faire.",
  },
  maybeArrived:
    "Ce navigateur n’a reçu aucune confirmation de son dernier envoi : il est peut-être arrivé, peut-être pas. Votre reçu est toujours ici. Cherchez-le sous « Comment le savoir ? » pour voir si votre réponse a été comptée.",
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
    offer: "Oublier ma réponse dans ce navigateur",
    consequence:
      "Ce qui a été envoyé reste compté. Mais personne ne peut plus le modifier ni le retirer, et sans le reçu personne ne peut le rechercher après la clôture.",
    button: "Oublier",
    done: { title: "Oublié", text: "Ce navigateur ne garde plus rien de votre réponse." },
  },
  startOver: { consequence: "Les réponses gardées dans ce navigateur sont effacées." },
  answeredSoFar: (answered, asked) =>
    `Questions auxquelles vous avez répondu : ${answered} sur ${asked}. Le reste peut rester vide.`,
}
