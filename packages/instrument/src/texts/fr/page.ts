import type { PageTexts } from "../page-texts.ts"
import { closing, minutes, organizationName, people } from "./words.ts"

export const page: PageTexts = {
  language: "fr",
  direction: "ltr",
  windowTitle: "Votre réponse, scellée",

  promise: ({ organization, invitedInGroup, k, direction = true, ownWords = true, ...facts }) => ({
    title: "Avant de commencer",
    text: `${organizationName(organization)} souhaite savoir ${
      direction
        ? "dans quelle mesure sa mission, sa vision et sa stratégie vous parviennent."
        : "comment vous voyez les choses au travail."
    } Cela prend environ ${minutes(facts.minutes ?? 6)}. Vous pouvez laisser de côté toute question.`,
    points: [
      {
        title: "Ce qui est enregistré",
        text: "Vos réponses et le groupe dans lequel elles comptent. Aucun nom, aucune adresse mail, aucune heure et aucun appareil n’est enregistré avec elles. Séparément, nous notons que votre lien a servi, pour que chaque personne réponde une seule fois et ne reçoive plus de rappel ensuite.",
      },
      {
        title: "Avec qui vos réponses comptent",
        text: `Votre groupe réunit ${people(invitedInGroup)}, dont vous. Après la clôture, les groupes sont réunis jusqu’à ce que, dans chacun, au moins ${people(k)} aient répondu.`,
      },
      {
        title: "Ce que personne ne peut voir",
        text: `Les résultats de moins de ${people(k)}, que ce soit dans un tableau, un graphique ou un export. Si moins de ${people(k)} répondent en tout, rien n’est montré.`,
      },
      {
        title: "Scellé jusqu’à la clôture",
        text: `Vos réponses sont scellées (chiffrées) dans ce navigateur avant d’être envoyées, et restent scellées jusqu’à la clôture de l’enquête, prévue le ${closing(facts)} ; elle peut avoir lieu plus tôt. Alors toutes les réponses sont mélangées et ouvertes ensemble, en une seule fois.`,
      },
      ...(ownWords
        ? [
            {
              title: "Ce que vous écrivez",
              text: `Vos propres mots sont gardés à part de vos autres réponses et mélangés, par groupes d’au moins ${people(Math.max(k, 10))} ayant répondu. Si moins de personnes répondent en tout, vos mots ne sont pas gardés. Quelqu’un peut malgré tout reconnaître votre façon d’écrire : évitez les noms et ce que personne d’autre ne peut savoir.`,
            },
          ]
        : []),
    ],
    limits: {
      title: "Ce dont cela ne vous protège pas",
      points: [
        "Votre lien est votre droit de répondre. À l’envoi, le serveur qui reçoit votre réponse scellée voit avec quel lien elle est venue. Il n’enregistre pas cette association.",
        "Qui exploite le serveur garde aussi la clé qui ouvre les réponses, hors de la base de données ; le programme ne s’en sert qu’après la clôture. Une personne qui exploite le serveur et modifie le programme, ou tient ses propres relevés, pourrait associer une réponse à un lien et l’ouvrir. Cette version ne peut pas l’exclure.",
        "Qui établit la liste des personnes pourrait ajouter à votre groupe des personnes inventées, répondre à leur place et en déduire votre réponse.",
        "Cette page elle-même vient du serveur, qui pourrait vous montrer une autre promesse qu’à vos collègues. L’empreinte qui permettra de les comparer reste à venir.",
        "Votre appareil, votre messagerie ou votre réseau au travail peuvent être surveillés par d’autres programmes. Un rappel dans votre messagerie montre par exemple que vous n’aviez pas encore répondu. Votre propre téléphone avec votre propre connexion évite cela en partie.",
      ],
    },
  }),

  comments: "C’est facultatif. Merci de ne nommer personne.",
  progress: (at, pages) => `Page ${at} sur ${pages}`,
  draftKept:
    "Jusqu’à l’envoi, vos réponses restent dans ce navigateur. Vous pouvez fermer la page et continuer plus tard.",
  nothingAnswered: {
    title: "Aucune réponse pour l’instant",
    text: "Toute question peut être laissée de côté, mais merci de répondre à au moins une avant d’envoyer.",
  },
  sharedComputer: {
    label: "D’autres personnes utilisent aussi cet ordinateur",
    hint: "Alors rien n’est gardé dans ce navigateur : vous répondez d’un trait et ne pourrez pas modifier votre réponse plus tard.",
  },
  buttons: {
    start: "Commencer",
    resume: "Reprendre où j’en étais",
    startOver: "Recommencer depuis le début",
    next: "Suivant",
    back: "Retour",
    send: "Sceller et envoyer",
    sendCorrection: "Sceller et envoyer la nouvelle réponse",
    correct: "Modifier ma réponse",
    retry: "Envoyer à nouveau",
    reload: "Réessayer",
  },
  busy: { loading: "Ouverture de votre lien …", sending: "Scellement et envoi …" },

  states: {
    answered: (facts) => ({
      title: "Votre réponse est arrivée",
      text: `Vous avez répondu avec ce navigateur. Jusqu’à la clôture, prévue le ${closing(facts)}, vous pouvez modifier votre réponse ici.`,
    }),
    answeredElsewhere: {
      title: "Ce lien a déjà servi",
      text: "Une réponse a été envoyée avec lui depuis un autre navigateur ou appareil. Elle compte ; il ne reste rien à faire. Seul cet autre navigateur peut encore la modifier. Si ce n’était pas vous, merci de prévenir la personne qui vous a adressé l’invitation.",
    },
    otherDevice: {
      title: "Déjà répondu depuis un autre appareil",
      text: "Pendant que vous répondiez ici, une réponse a été envoyée avec votre lien depuis un autre endroit. C’est elle qui compte ; ce que vous avez saisi ici n’a pas été envoyé. Seul l’autre appareil peut la modifier.",
    },
    expired: {
      title: "Ce lien n’est plus valable",
      text: "Un lien plus récent l’a remplacé, ou l’invitation a été retirée. Merci d’utiliser le lien du dernier mail reçu.",
    },
    unknown: {
      title: "Nous ne connaissons pas ce lien",
      text: "Il a peut-être été coupé lors de la copie. Merci de l’ouvrir directement depuis le mail, ou de le copier à nouveau en entier.",
    },
    closed: (facts) => ({
      title: "Cette enquête est close",
      text: `La clôture était prévue le ${closing(facts)}. Les réponses ne sont plus acceptées. Merci de votre passage.`,
    }),
    closedWhileAnswering: {
      title: "L’enquête vient d’être close",
      text: "Elle a été close avant l’arrivée de votre réponse, qui n’a donc pas été acceptée. Rien n’en est resté sur le serveur.",
    },
    offline: {
      title: "Pas de connexion",
      text: "Vos réponses sont toujours dans ce navigateur. Une fois la connexion rétablie, envoyez à nouveau ; cela ne peut pas compter deux fois.",
    },
    retry: {
      title: "L’envoi n’est pas arrivé",
      text: "Le serveur n’a pas pu recevoir votre réponse. Elle est toujours dans ce navigateur. Merci d’envoyer à nouveau dans un instant ; cela ne peut pas compter deux fois.",
    },
    mismatch: {
      title: "Quelque chose ne concorde pas",
      text: "Les questions reçues ne sont pas celles qui étaient promises au début de l’enquête. Rien n’a été envoyé. Merci de prévenir la personne qui vous a adressé l’invitation.",
    },
    invalid: {
      title: "Une réponse ne peut pas être envoyée",
      text: "Rien n’a été envoyé et tout ce que vous avez saisi est toujours là. Merci de revenir en arrière et de revoir vos textes : l’un d’eux est peut-être trop long.",
    },
    browserTooOld: {
      title: "Ce navigateur ne peut pas sceller votre réponse",
      text: "Rien n’a été envoyé. Merci d’ouvrir votre lien dans une version récente de Chrome, Edge, Firefox ou Safari.",
    },
  },

  thanks: ({ organization, k, ...when }) => ({
    title: "Merci. Votre réponse scellée est arrivée.",
    paragraphs: [
      `Elle reste scellée jusqu’à la clôture, prévue le ${closing(when)}. Alors toutes les réponses sont ouvertes ensemble.`,
      `Les résultats sont calculés juste après, uniquement pour des groupes d’au moins ${people(k)}. ${organizationName(organization)} vous dira où les consulter.`,
      "Jusqu’à la clôture, vous pouvez modifier votre réponse : ouvrez à nouveau votre lien dans ce navigateur. Aucun autre navigateur ne le peut. Dans une fenêtre privée, cela prend fin quand vous fermez la fenêtre.",
    ],
  }),

  code: {
    title: "Saisissez le code de votre lettre",
    text: "Il ouvre votre propre questionnaire. Le consulter ne consomme rien : le code ne compte comme utilisé qu’au moment de l’envoi.",
    label: "Code",
    hint: "Majuscules ou minuscules, avec ou sans espaces et tirets.",
    button: "Ouvrir",
    busy: "Ouverture …",
    faults: {
      empty: "Merci de saisir le code imprimé sur votre lettre.",
      malformed: "Ce code n’est pas complet. Merci de le comparer à votre lettre, caractère par caractère.",
      unknown:
        "Nous ne connaissons pas ce code. Merci de le comparer à votre lettre. Une lettre plus récente remplace la précédente.",
      wait: "Il y a eu trop d’essais depuis cette connexion. Rien n’est perdu. Merci de réessayer dans quelques minutes.",
      unreachable:
        "Le serveur est injoignable. Rien n’est perdu. Merci de vérifier votre connexion et de réessayer.",
    },
  },
  reminders: {
    title: "Arrêter les rappels ?",
    text: "Vous ne recevrez plus de rappel de cette enquête. Votre lien reste valable : vous pouvez toujours répondre jusqu’à la clôture.",
    button: "Arrêter les rappels",
    busy: "Arrêt en cours …",
    done: {
      title: "Plus de rappels",
      text: "Vous ne recevrez plus de rappel de cette enquête. Avec le lien de votre invitation, vous pouvez toujours répondre jusqu’à la clôture.",
    },
    unknown: {
      title: "Nous ne connaissons pas ce lien",
      text: "Rien n’a été modifié. Il a peut-être été coupé lors de la copie : merci de l’ouvrir directement depuis le mail.",
    },
    failed: {
      title: "Cela n’a pas fonctionné",
      text: "Les rappels ne sont pas arrêtés. Merci de vérifier votre connexion et de réessayer.",
    },
  },
}
