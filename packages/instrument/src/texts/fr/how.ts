import type { HowTexts } from "../how-texts.ts"

export const how: HowTexts = {
  title: "Comment le savoir ?",
  lead: "Vous n’avez pas à nous croire sur parole. Voici comment votre réponse entre sans votre nom, et ce que ce navigateur peut vous en montrer lui-même.",
  steps: [
    {
      title: "Un billet dans une enveloppe à papier carbone",
      text: "Votre navigateur tire au hasard un long nombre, la clé de vote, comme sur un billet vierge. Il met le billet dans une enveloppe doublée de papier carbone et la ferme.",
    },
    {
      title: "L’enveloppe est tamponnée",
      text: "Vous remettez l’enveloppe avec votre lien. Le serveur voit que vous êtes sur la liste et que votre lien n’a pas servi, et tamponne l’extérieur. Le tampon traverse jusqu’au billet. Le serveur ne voit jamais le billet.",
    },
    {
      title: "Le billet ressort, tamponné",
      text: "Votre navigateur ouvre l’enveloppe et la jette. Le billet porte maintenant un vrai tampon, le même que tous les billets de votre groupe. Personne ne peut dire dans quelle enveloppe il était.",
    },
    {
      title: "Le billet et la boîte fermée vont dans l’urne",
      text: "Vos réponses sont dans une boîte fermée à clé. Boîte et billet y entrent ensemble, sans votre lien. Le tampon montre qu’une personne invitée répond, pas laquelle.",
    },
  ],
  requests: {
    title: "Ce que ce navigateur envoie",
    before:
      "Rien n’a encore été envoyé depuis ce navigateur. Ensuite, les vrais octets figureront ici, abrégés.",
    after: "Voici les vrais octets que ce navigateur a envoyés, abrégés. Votre lien ne figure que d’un côté.",
    withLink: "D’abord, avec votre lien",
    withoutLink: "Puis, sans votre lien",
    labels: {
      link: "Votre lien",
      blinded: "L’enveloppe fermée",
      group: "Numéro de votre groupe",
      ballotKey: "Le billet : la clé de vote",
      credential: "Le tampon",
      sealed: (bytes) => `La boîte fermée : vos réponses, ${bytes} octets, autant que pour tout le monde`,
      signature: "Signature de la clé de vote",
    },
    nothingShared: "Ce navigateur a vérifié : rien de la première requête ne figure dans la seconde.",
    forgotten:
      "Ce navigateur a vérifié : votre lien ne figure pas dans la seconde requête. Il a déjà oublié l’enveloppe fermée, pour que rien de ce qui est gardé ici ne dise quelle enveloppe allait avec quel tampon.",
    shared:
      "Quelque chose de la première requête figure dans la seconde. Cela ne doit pas être. Merci de le dire à vos collègues.",
  },
  terms: {
    title: "Ce que veulent dire les mots",
    entries: [
      {
        term: "Scellé",
        text: "Chiffré de sorte que seule la clé de l’enquête l’ouvre. Elle sert une fois, après la clôture, pour toutes les réponses ensemble.",
      },
      {
        term: "Signature aveugle",
        text: "Le tampon à travers le papier carbone : une signature sur quelque chose que le signataire ne voit pas.",
      },
      {
        term: "Clé de vote",
        text: "Un nombre que seul ce navigateur possède. Qui l’a peut remplacer ou retirer le bulletin jusqu’à la clôture.",
      },
      {
        term: "Votre groupe",
        text: "Les personnes qui sont comptées ensemble. Tous les billets d’un groupe portent le même tampon.",
      },
      {
        term: "Six mots",
        text: "Une empreinte de toute la promesse : dates, groupes, clés, questions et empreinte de cette page. D’autres mots signifient une autre promesse.",
      },
      {
        term: "Reçu",
        text: "Un nombre tiré au hasard dans votre boîte fermée. Après la clôture, tous les reçus sont publiés par ordre alphabétique. Si le vôtre y est, votre réponse a été ouverte et comptée. Il ne dit à personne ce que vous avez répondu.",
      },
    ],
  },
  kept: { title: "Ce qui reste dans ce navigateur" },
  fingerprint: {
    title: "Est-ce bien la page promise ?",
    text: "La promesse contient une empreinte de cette page avec tous ses programmes. Ce navigateur peut les chercher encore une fois et comparer. Mais une page qui vous trompe pourrait vous tromper ici aussi : la comparaison vaut le plus quand une autre personne la fait, avec un autre programme.",
    button: "Comparer cette page",
    busy: "Comparaison …",
    fits: "Les empreintes sont égales : c’est bien la page promise.",
    differs:
      "Les empreintes diffèrent : ce n’est pas la page promise au début de l’enquête. Il peut y avoir une raison anodine, comme une nouvelle version. Merci de demander à qui exploite le serveur avant de répondre.",
    none: "La promesse de cette enquête ne nomme aucune empreinte de la page.",
    unreachable:
      "Les fichiers n’ont pas pu être récupérés. Merci de vérifier votre connexion et de réessayer.",
  },
  receipt: {
    title: "Ma réponse a-t-elle été comptée ?",
    text: "Après la clôture, ce navigateur va chercher la liste de tous les reçus, sans votre lien, et y cherche le vôtre. Le serveur n’apprend pas lequel vous cherchez.",
    none: "Ce navigateur n’a aucun reçu. Vous pouvez en saisir un que vous avez gardé.",
    save: "Garder le reçu en texte",
    file: "Reçu de ma réponse scellée. Il ne dit à personne ce que j’ai répondu.",
    label: "Reçu",
    malformed: "Un reçu a 22 lettres et chiffres. Merci de vérifier votre saisie.",
    search: "Le chercher",
    busy: "Recherche …",
    found: (all) => `Il y est, parmi ${all} : cette réponse a été ouverte et comptée.`,
    missing: (all) =>
      `Il n’est pas parmi les ${all} qui ont été comptés. Si vous avez retiré votre réponse, c’est normal. Sinon, merci de le dire à vos collègues et à la personne qui vous a adressé l’invitation.`,
    open: "Il n’y a pas encore de liste. Elle est publiée après la clôture ; si trop peu de personnes ont répondu, il n’y en a pas.",
    unreachable: "La liste n’a pas pu être récupérée. Merci de vérifier votre connexion et de réessayer.",
  },
  back: "Retour",
  survey: {
    title: "Ce que promet cette enquête",
    lead: "Cette page est la même pour tout le monde. Elle ne demande aucun lien et ne sait pas qui vous êtes.",
    state: "État",
    states: {
      open: "Pas encore de liste de reçus : ouverte, ou close avec trop peu de réponses",
      closed: "Close",
    },
    closes: "Clôture prévue",
    groups: "Groupes",
    fingerprint: "Empreinte de la promesse",
    key: "Qui détient la clé qui ouvre les réponses",
    byServer: "Le serveur, hors de sa base de données, jusqu’à la clôture",
    byTrustees: (names) => `${names} : deux ensemble ; le serveur ne l’a jamais`,
    readers: "Qui lit les commentaires un à un",
    nobody: "Personne",
    receipts: "Réponses comptées",
    unknown: {
      title: "Il n’y a pas d’enquête à cette adresse",
      text: "L’adresse a peut-être été coupée lors de la copie, ou l’enquête n’a pas encore commencé.",
    },
  },
}
