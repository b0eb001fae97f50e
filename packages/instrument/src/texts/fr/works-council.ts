import type { WorksCouncilFacts, WorksCouncilPage } from "../facts.ts"
import { languagesIn, listed, namesIn } from "../lists.ts"
import { number } from "../locale.ts"
import { oneLine } from "../names.ts"
import { page } from "./page.ts"
import { closing, days, minutes, moment, organizationName, people, surveyName } from "./words.ts"

export function worksCouncil(facts: WorksCouncilFacts): WorksCouncilPage {
  const {
    k,
    direction = true,
    recognition = true,
    reviewers: readers = [],
    ownWords = true,
    invited,
    departments,
    layers,
    reminders,
  } = facts
  const survey = `« ${surveyName(facts.survey)} »`
  const group = people(k)
  const words = people(Math.max(k, 10))
  const opens = facts.opensAt === null ? "au lancement" : moment(facts.opensAt, facts.timeZone)
  const everybody = departments === null && layers === null
  const reminded = listed(reminders.map(days), "fr")
  const { limits } = page.promise({ ...facts, invitedInGroup: k })
  return {
    title: `${survey} : informations pour les représentants du personnel`,
    sections: [
      {
        title: "But",
        paragraphs: [
          direction
            ? `${organizationName(facts.organization)} souhaite savoir dans quelle mesure sa mission, sa vision et sa stratégie parviennent aux différents niveaux, et où elles se perdent en chemin, afin de mieux les y expliquer.`
            : `${organizationName(facts.organization)} souhaite savoir comment, aux différents niveaux, sont vus les thèmes nommés ci-dessous, afin d’y améliorer les choses.`,
          "L’enquête n’évalue ni le travail ni la conduite de personnes en particulier.",
        ],
      },
      {
        title: "Qui est interrogé",
        paragraphs: [
          `${invited === null ? "Aucune personne n’a encore été importée." : `${people(invited)} en tout.`} ${everybody ? "Toutes les personnes du fichier sont invitées." : ""}`.trim(),
          ...(departments === null
            ? []
            : [`Seulement ces services : ${listed(departments.map(oneLine), "fr")}.`]),
          ...(layers === null
            ? []
            : [`Niveaux de l’organigramme invités, à partir du sommet : ${number(layers, "fr")}.`]),
          "La participation est libre. Personne ne peut voir qui a répondu et qui ne l’a pas fait.",
        ],
      },
      {
        title: "Ce qui est demandé",
        paragraphs: [
          `Nombre maximal de questions : ${number(facts.questions, "fr")} ; durée : environ ${minutes(facts.minutes ?? 6)}. Toute question peut être laissée de côté.`,
          `Thèmes : ${listed(facts.topics, "fr")}.`,
          ...(recognition
            ? [
                "Certaines questions demandent de reconnaître la mission et les priorités officielles. Elles aussi ne sont comptées que par groupes.",
              ]
            : []),
          ...(ownWords
            ? [
                "Quelques questions laissent répondre avec ses propres mots. La page demande de n’y nommer personne.",
              ]
            : []),
        ],
      },
      {
        title: "Quelles données personnelles sont traitées",
        paragraphs: [
          "Toutes se trouvent dans l’installation de l’organisation. Rien n’est transmis à des tiers, sauf les mails eux-mêmes. Avec une réponse, ni nom, ni adresse mail, ni heure, ni appareil n’est enregistré.",
        ],
        rows: {
          head: ["Données", "Pour quoi", "Combien de temps"],
          body: [
            [
              "Nom, adresse mail, hiérarchie, service et ce que contient encore le fichier des personnes",
              "inviter, former les groupes",
              "tant que l’organisation les garde",
            ],
            [
              "Si un lien a servi",
              "n’accepter qu’une réponse, choisir à qui envoyer un rappel",
              "jusqu’à la clôture",
            ],
            [
              "La réponse scellée avec son groupe",
              "la garder en sûreté jusqu’à la clôture",
              "jusqu’à la clôture",
            ],
            [
              "Les réponses ouvertes avec leur groupe, sans nom, mélangées",
              "calculer les résultats",
              "tant que l’organisation garde l’enquête",
            ],
            ...(ownWords
              ? [
                  [
                    "Les propres mots, à part des autres réponses, mélangés",
                    `les lire par groupes d’au moins ${words} ayant répondu`,
                    "tant que l’organisation garde l’enquête ; pas du tout si moins de personnes répondent",
                  ],
                ]
              : []),
            [
              `Les résultats de groupes d’au moins ${group}`,
              "les montrer et en discuter",
              "tant que l’organisation garde l’enquête",
            ],
            [
              "Comptes des ressources humaines, de l’analyse et des responsables : nom, adresse mail, mot de passe rendu illisible, rôle et, pour les responsables, leur place dans l’organigramme",
              "se connecter, ne montrer à chaque rôle que ce qu’il peut voir",
              "jusqu’à ce que les ressources humaines suppriment le compte",
            ],
            [
              "Les adresses mail refusées par un serveur de messagerie",
              "ne plus y écrire, montrer aux ressources humaines lesquelles corriger",
              "jusqu’à ce que les ressources humaines confirment une adresse ; sinon tant que l’organisation garde ses données",
            ],
            [
              "Les personnes telles qu’elles étaient avant la dernière importation",
              "annuler cette importation",
              "jusqu’à l’importation suivante, ou jusqu’à l’annulation",
            ],
            [
              "Qui a obtenu des lettres à imprimer, quand et combien",
              "permettre à toutes les ressources humaines de voir qui a eu les codes en main",
              "tant que l’organisation garde l’enquête",
            ],
          ],
        },
      },
      {
        title: "Qui voit quoi",
        paragraphs: [
          "Aucune page, aucun export et aucune interface ne montre la réponse d’une seule personne.",
        ],
        rows: {
          head: ["Rôle", "Voit"],
          body: [
            [
              "Ressources humaines",
              `le fichier des personnes et qui a été invité ; pendant l’enquête, des taux de réponse de groupes d’au moins 40 personnes, arrondis à 5 % et renouvelés une fois par jour ; après la clôture, les résultats de groupes d’au moins ${group}`,
            ],
            ["Analyse", `après la clôture, les résultats de groupes d’au moins ${group}`],
            [
              "Responsable",
              `de sa propre unité et des unités en dessous seulement : pendant l’enquête, les mêmes taux de réponse arrondis que les ressources humaines ; après la clôture, les résultats de groupes d’au moins ${group}`,
            ],
            ["Exploitation du serveur", "voir « Ce qui n’est pas couvert »"],
          ],
        },
      },
      {
        title: "Comment les réponses sont scellées et ouvertes",
        paragraphs: [
          "Le navigateur chiffre chaque réponse avant son envoi. Le serveur la garde fermée, sans nom, sans heure et sans numéro.",
          "Avec le lien personnel, le navigateur va seulement chercher une signature aveugle : le serveur signe quelque chose qu’il ne peut pas lire. Les réponses scellées partent sans le lien ; rien de ce qui est enregistré ne mène donc d’une réponse à une personne.",
          "Après la clôture, et seulement alors, le programme ouvre toutes les réponses en une fois, dans un ordre mélangé, et réunit des groupes jusqu’à ce qu’assez de personnes aient répondu dans chacun. Avant cela, personne ne voit de résultat, même provisoire.",
          "Une clôture avant la date prévue demande l’accord d’une deuxième personne des ressources humaines.",
        ],
      },
      {
        title: "Ce qui est effacé, et quand",
        paragraphs: [
          "À la clôture : les réponses scellées, l’indication des liens utilisés et la clé qui ouvre les réponses.",
          "Dans le navigateur des personnes interrogées : les réponses, dès leur envoi ; la clé et le reçu du bulletin, et un brouillon jamais envoyé, au plus tard quand ce navigateur ouvre de nouveau une telle page plus de trois mois après la clôture prévue ; tout de suite si la personne le souhaite.",
        ],
      },
      {
        title: "Rappels",
        paragraphs: [
          ...(reminders.length === 0
            ? ["Cette enquête n’envoie pas de rappel."]
            : [
                `Le programme envoie un rappel à qui n’a pas encore répondu, ${reminded} avant la clôture. Il choisit lui-même et ne montre de liste à personne.`,
                "Un lien dans le mail permet d’arrêter les rappels tout en gardant le droit de répondre.",
                "Ce que cela ne couvre pas : qui exploite le serveur de messagerie peut voir à qui un rappel a été envoyé, et donc qui n’avait pas encore répondu.",
              ]),
        ],
      },
      {
        title: "Aucune évaluation individuelle",
        paragraphs: [
          `Rien n’est calculé pour une seule personne. Les résultats de moins de ${group} sont masqués, et ce qui est montré est vérifié pour que la soustraction de chiffres ne donne pas non plus de groupe plus petit.`,
          "Le résultat d’un domaine peut se lire comme un avis sur qui le dirige. Nous proposons de convenir que les résultats ne servent ni à évaluer les responsables ni à décider à leur sujet.",
        ],
      },
      {
        title: "Ce qui n’est pas couvert",
        paragraphs: [
          ...limits.points,
          ...(facts.printedCodes
            ? [
                "Les lettres imprimées portent le droit de répondre : qui les imprime ou les distribue pourrait répondre avec elles. Le programme note qui les a obtenues et quand.",
              ]
            : []),
          "Dans les groupes de moins de dix personnes, les parts proches des extrêmes ne sont indiquées que par « au moins » ou « au plus ». Des groupes voisins peuvent resserrer une telle borne, mais jamais en dessous du plus petit groupe.",
        ],
      },
      {
        title: "Modifications",
        paragraphs: [
          "Les questions, les personnes invitées, les groupes et la taille du plus petit groupe sont figés au début de l’enquête. Pour les modifier, il faut une nouvelle enquête.",
          "Pendant l’enquête, seule la date de clôture peut changer. Les personnes interrogées voient toujours la date prévue.",
        ],
      },
      {
        title: "Les réglages en un coup d’œil",
        paragraphs: [],
        rows: {
          head: ["Réglage", "Valeur"],
          body: [
            ["Enquête", surveyName(facts.survey)],
            ["Début", opens],
            ["Clôture prévue", closing(facts)],
            ["Langues", languagesIn(facts.languages, "fr")],
            ["Personnes invitées", invited === null ? "pas encore connu" : number(invited, "fr")],
            ["Plus petit groupe montré", group],
            ["Plus petit groupe pour les propres mots", ownWords ? words : "pas de telles questions"],
            ...(ownWords
              ? [["Qui lit les propres mots", readers.length === 0 ? "personne" : namesIn(readers, "fr")]]
              : []),
            ["Rappels", reminders.length === 0 ? "aucun" : `${reminded} avant la clôture`],
            ["Codes imprimés pour les personnes sans mail", facts.printedCodes ? "oui" : "non"],
          ],
        },
      },
    ],
  }
}
