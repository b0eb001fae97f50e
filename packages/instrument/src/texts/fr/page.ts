import { namesIn } from "../lists.ts"
import type { PageTexts } from "../page-texts.ts"
import { closing, minutes, organizationName, people } from "./words.ts"

export const page: PageTexts = {
  language: "fr",
  direction: "ltr",
  windowTitle: "Votre réponse, scellée",

  promise: ({
    organization,
    invitedInGroup,
    k,
    direction = true,
    ownWords = true,
    reviewers = [],
    trustees = [],
    ...facts
  }) => ({
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
        title: "Vos réponses voyagent sans votre lien",
        text: "Avec votre lien, cette page va seulement chercher une signature, sur quelque chose que le serveur ne peut pas lire (une signature aveugle). Vos réponses scellées partent ensuite seules, sans le lien. Ainsi, même qui exploite le serveur ne trouve dans ce qui est enregistré rien qui mène d’une réponse à vous.",
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
        text: `Vos réponses sont scellées (chiffrées) dans ce navigateur avant d’être envoyées, et restent scellées jusqu’à la clôture de l’enquête, prévue le ${closing(facts)} ; elle peut avoir lieu plus tôt. Alors toutes les réponses sont mélangées et ouvertes ensemble, en une seule fois.${trustees.length === 0 ? "" : ` La clé est partagée entre ${namesIn(trustees, "fr")} : il en faut deux, et le serveur ne l’a jamais.`}`,
      },
      ...(ownWords
        ? [
            {
              title: "Ce que vous écrivez",
              text: `Vos propres mots sont gardés à part de vos autres réponses et mélangés, par groupes d’au moins ${people(Math.max(k, 10))} ayant répondu. Si moins de personnes répondent en tout, vos mots ne sont pas gardés. ${reviewers.length === 0 ? "Personne ne les lit un à un. " : `Ils sont lus par ${namesIn(reviewers, "fr")}. `}Quelqu’un peut malgré tout reconnaître votre façon d’écrire : évitez les noms et ce que personne d’autre ne peut savoir.`,
            },
          ]
        : []),
    ],
    limits: {
      title: "Ce dont cela ne vous protège pas",
      points: [
        trustees.length === 0
          ? "Qui exploite le serveur garde aussi la clé qui ouvre les réponses, hors de la base de données ; le programme ne s’en sert qu’après la clôture. Une personne qui exploite le serveur, modifie le programme et note le moment et la connexion de chaque requête pourrait ouvrir une réponse avec cette clé et deviner d’après les heures de qui elle vient. Cette version ne peut pas l’exclure."
          : `Deux des personnes qui détiennent des parts de la clé (${namesIn(trustees, "fr")}) pourraient ouvrir les réponses avant la clôture. Avec une personne qui exploite le serveur et note le moment et la connexion de chaque requête, elles pourraient deviner d’après les heures de qui vient une réponse.`,
        "Qui établit la liste des personnes pourrait ajouter à votre groupe des personnes inventées, répondre à leur place et en déduire votre réponse.",
        "Cette page elle-même vient du serveur, qui pourrait vous envoyer un autre programme qu’à vos collègues. Les six mots montrent si la même promesse vous a été faite à tous. Ils ne peuvent pas montrer que cette page la tient.",
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
    hint: "Alors rien n’est gardé dans ce navigateur : vous répondez d’un trait, laissez la page ouverte jusqu’à son merci, et ne pourrez ni modifier ni retirer votre réponse plus tard.",
  },
  buttons: {
    start: "Commencer",
    resume: "Reprendre où j’en étais",
    startOver: "Recommencer depuis le début",
    next: "Suivant",
    back: "Retour",
    send: "Sceller et envoyer",
    sendCorrection: "Sceller et envoyer la nouvelle réponse",
    correct: "Modifier mes réponses",
    retry: "Envoyer à nouveau",
    reload: "Réessayer",
  },
  busy: { loading: "Ouverture de votre lien …", sending: "Scellement et envoi …" },

  states: {
    answered: (facts) => ({
      title: "Votre réponse est arrivée",
      text: `Vous avez répondu avec ce navigateur. Jusqu’à la clôture, prévue le ${closing(facts)}, vous pouvez modifier ou retirer votre réponse ici. Ce navigateur ne garde plus ce que vous avez répondu : vous répondriez à nouveau.`,
    }),
    answeredElsewhere: {
      title: "Ce lien a déjà servi",
      text: "Un autre navigateur ou appareil s’en est servi pour répondre, et une seule réponse compte par lien. Si l’envoi y a été interrompu, ouvrez à nouveau le lien là-bas : il reprend. Seul ce navigateur-là peut modifier ou retirer la réponse. Si ce n’était pas vous, merci de prévenir la personne qui vous a adressé l’invitation.",
    },
    otherDevice: {
      title: "Déjà utilisé sur un autre appareil",
      text: "Pendant que vous répondiez ici, votre lien a servi à répondre depuis un autre endroit. Ce que vous avez saisi ici n’a pas été envoyé. Si l’envoi y a été interrompu, ouvrez à nouveau le lien là-bas : il reprend. Seul cet appareil peut modifier ou retirer la réponse.",
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
    otherPromise: {
      title: "Ce lien a reçu une autre promesse",
      text: "La promesse venue avec votre lien n’est pas celle qui est publiée pour tous dans cette enquête. Quelqu’un cherche peut-être à distinguer votre réponse des autres. Rien n’a été envoyé, et cette page ne va pas plus loin. Merci de le montrer à vos collègues et de prévenir la personne qui vous a adressé l’invitation.",
    },
    changedPromise: {
      title: "La promesse a changé",
      text: "Quand ce navigateur a ouvert l’enquête la fois précédente, une autre promesse était faite. Elle ne doit jamais changer tant que l’enquête est ouverte. Rien n’a été envoyé, et cette page ne va pas plus loin. Merci de le montrer à vos collègues et de prévenir la personne qui vous a adressé l’invitation.",
    },
    forged: {
      title: "La signature n’est pas celle qui était promise",
      text: "Le serveur n’a pas signé avec la clé publiée de votre groupe. Une clé faite pour vous seulement pourrait marquer votre réponse. Votre réponse n’a pas été envoyée, et cette page ne va pas plus loin. Merci de le montrer à vos collègues et de prévenir la personne qui vous a adressé l’invitation.",
    },
    withdrawn: (facts) => ({
      title: "Aucune réponse de vous ne compte",
      text: `Avec ce navigateur, vous avez dit ne pas participer, ou retiré vos réponses. Un bulletin vide, scellé comme tous les autres, est à leur place, et il ne vient plus de rappel. Jusqu’à la clôture, prévue le ${closing(facts)}, vous pouvez encore répondre ici.`,
    }),
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
      "Jusqu’à la clôture, vous pouvez modifier ou retirer votre réponse : ouvrez à nouveau votre lien dans ce navigateur. Aucun autre navigateur ne le peut. Dans une fenêtre privée, cela prend fin quand vous fermez la fenêtre.",
    ],
  }),

  keptAfterSending: (lasting) =>
    lasting
      ? "Ce que vous avez répondu n’est plus gardé dans ce navigateur dès que vous quittez cette page. Il garde une clé et une signature, avec lesquelles vous pouvez modifier ou retirer votre réponse jusqu’à la clôture, et un reçu, avec lequel vous pouvez vérifier après la clôture qu’elle a été comptée."
      : "Ce navigateur ne garde rien quand vous fermez cette page. Si vous voulez vérifier après la clôture que votre réponse a été comptée, gardez d’abord le reçu sous forme de texte.",
  sixWords: {
    title: "La promesse en six mots",
    text: "Ce navigateur les a calculés à partir de la promesse. Comparez-les à ceux d’un ou d’une collègue et à ceux de votre mail. Si un seul mot diffère, des choses différentes vous ont été promises : ne répondez pas, et dites-le haut et fort.",
    group: (number) =>
      `Votre groupe porte le numéro ${number}. Comparez-le aussi : un groupe où il n’y a que vous aurait un numéro que personne d’autre n’a.`,
    waiting: "Calcul en cours …",
  },
  withdraw: {
    offer: "Retirer mes réponses",
    consequence:
      "Un bulletin vide, scellé comme tous les autres, prend leur place. Pour le serveur, cela ressemble à une correction. Jusqu’à la clôture, vous pouvez répondre à nouveau depuis ce navigateur.",
    button: "Les retirer",
  },
  decline: {
    offer: "Je ne participe pas",
    consequence:
      "Cela envoie un bulletin vide, scellé comme tous les autres. Pour le serveur, tout se passe comme si vous aviez répondu : les rappels cessent, et personne ne peut voir que vous n’avez pas participé. Jusqu’à la clôture, vous pouvez encore répondre depuis ce navigateur.",
    button: "Envoyer un bulletin vide",
  },
  how: "Comment le savoir ?",

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
