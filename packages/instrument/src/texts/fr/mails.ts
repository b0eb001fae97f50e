import type { InvitationFacts } from "../facts.ts"
import { type Mails, plainMail } from "../mails.ts"
import { nameIn } from "../names.ts"
import { closing, minutes, organizationName, people, surveyName } from "./words.ts"

export const mails: Mails = {
  invitation: (facts) =>
    plainMail({
      subject: `${test(facts)}${organizationName(facts.organization)} : ${
        (facts.direction ?? true) ? "notre cap vous parvient-il ?" : "comment voyez-vous les choses ?"
      } ${minutes(facts.minutes ?? 6)} de votre temps`,
      ...frame(facts),
      before: [
        `${organizationName(facts.organization)} vous invite à participer à « ${surveyName(facts.survey)} »${
          (facts.direction ?? true)
            ? " : dans quelle mesure notre mission, notre vision et notre stratégie vous parviennent-elles dans votre travail quotidien ? Votre réponse montre ce qui passe et ce qu’il faut mieux expliquer."
            : ". Votre réponse montre ce qui va bien et ce qui doit s’améliorer."
        }`,
        `Cela prend environ ${minutes(facts.minutes ?? 6)}, aussi sur un téléphone, sans connexion à un compte. Merci de répondre au plus tard le ${closing(facts)}.`,
      ],
      after: [promise(facts), ...sixWords(facts), yours],
    }),

  reminder: (facts) =>
    plainMail({
      subject: `${test(facts)}${organizationName(facts.organization)} : « ${surveyName(facts.survey)} » ${
        facts.last ? "se termine bientôt" : "est toujours en cours"
      }`,
      ...frame(facts),
      before: [
        `${
          facts.last ? "Ceci est le dernier rappel" : "Ceci est un rappel"
        } : « ${surveyName(facts.survey)} », enquête de ${organizationName(facts.organization)}, est ouverte jusqu’au ${closing(facts)}, et aucune réponse n’est encore arrivée avec votre lien. Cela prend environ ${minutes(facts.minutes ?? 6)}. Si vous préférez ne pas participer, vous n’avez rien à faire.`,
        "Le programme envoie ce mail de lui-même à chaque lien qui n’a pas encore servi. Il ne montre à personne une liste de qui a répondu et de qui ne l’a pas fait.",
      ],
      after: [promise(facts), ...sixWords(facts), yours],
    }),

  letter: ({ organization, survey, name, address, code, k, words, ...facts }) => ({
    title: surveyName(survey),
    greeting: greeting(name),
    before: [
      `${organizationName(organization)} vous invite à participer${
        (facts.direction ?? true)
          ? " : dans quelle mesure notre mission, notre vision et notre stratégie vous parviennent-elles dans votre travail quotidien ?"
          : ". Votre réponse montre ce qui va bien et ce qui doit s’améliorer."
      } Cela prend environ ${minutes(facts.minutes ?? 6)} sur n’importe quel téléphone ou ordinateur, sans connexion à un compte. Merci de répondre au plus tard le ${closing(facts)}.`,
    ],
    scan: "Dirigez l’appareil photo de votre téléphone vers ce carré et ouvrez le lien.",
    type: "Ou saisissez ceci dans un navigateur :",
    addressLabel: "Adresse",
    codeLabel: "Code",
    after: [
      promise({ k }),
      ...sixWords({ words }),
      "Ce code est à vous seulement. Merci de ne le transmettre à personne : qui le possède pourrait répondre à votre place.",
    ],
  }),
}

const test = (facts: InvitationFacts) => (facts.test ? "[Test] " : "")
const greeting = (name: string | null) => {
  const written = nameIn(name ?? "", "")
  return written === "" ? "Bonjour," : `Bonjour ${written},`
}

/** What invitation and reminder have in common. */
const frame = (facts: InvitationFacts) => ({
  notice: facts.test
    ? "Ceci est un mail d’essai. Il montre ce que recevront les personnes invitées ; son lien ne mène à aucun questionnaire."
    : null,
  greeting: greeting(facts.name),
  button: "Répondre maintenant",
  link: facts.link,
  stop:
    facts.stopLink === null
      ? null
      : {
          text: "Arrêter les rappels de cette enquête (vous pourrez toujours répondre)",
          link: facts.stopLink,
        },
})

const promise = ({ k }: { k: number }) =>
  `Notre promesse : votre réponse est scellée dans votre navigateur, ouverte seulement après la clôture avec toutes les autres, et montrée uniquement par groupes d’au moins ${people(k)}. La première page dit en détail ce que cela couvre et ce que cela ne couvre pas.`

const yours =
  "Ce lien est à vous seulement. Merci de ne pas le transférer : qui le possède pourrait répondre à votre place."

const sixWords = ({ words = [] }: { words?: readonly string[] }) =>
  words.length === 0
    ? []
    : [
        `Six mots représentent cette promesse : ${words.join(" ")}. Comparez-les à ceux d’un ou d’une collègue ; la page les montre aussi. S’ils diffèrent, ne répondez pas.`,
      ]
