import { announcement } from "../announcement.ts"
import type { Announcement, AnnouncementFacts } from "../facts.ts"
import { languagesIn } from "../lists.ts"
import { closing, minutes, moment, people, surveyName } from "./words.ts"

export function announcements(facts: AnnouncementFacts): Announcement[] {
  const { k, opensAt, languages, direction = true } = facts
  const survey = `« ${surveyName(facts.survey)} »`
  const time = minutes(facts.minutes ?? 6)
  const group = people(k)
  const close = closing(facts)
  const asks = direction
    ? "dans quelle mesure notre mission, notre vision et notre stratégie vous parviennent dans votre travail quotidien"
    : "comment vous voyez les choses au travail"
  return [
    announcement({
      id: "head",
      title: "Mail de la personne qui dirige l’organisation",
      subject: `${survey} : votre avis compte`,
      paragraphs: [
        "Bonjour à toutes et à tous,",
        `J’aimerais savoir ${asks}. C’est ce que nous vous demandons dans ${survey}, ${
          opensAt === null ? "" : `du ${moment(opensAt, facts.timeZone)} `
        }${opensAt === null ? "jusqu’au" : "au"} ${close}.`,
        `Vous recevez un lien personnel, par mail ou dans une lettre imprimée. Cela prend environ ${time}, aussi sur un téléphone. Langues disponibles : ${languagesIn(languages, "fr")}. La participation est libre, et vous pouvez laisser de côté toute question.`,
        `Votre réponse est scellée dans votre navigateur et n’est ouverte qu’après la clôture, avec toutes les autres. Les résultats ne sont montrés que pour des groupes d’au moins ${group} ; aucune page ne montre, ni à moi ni à d’autres, qui a répondu ni ce qu’une personne a dit. La première page vous dit en détail ce que cela couvre, et aussi ce que cela ne couvre pas.`,
        "Après la clôture, nous vous dirons ce que nous avons entendu et ce qui en découle. Merci du temps que vous y consacrez.",
      ],
      points: [],
    }),
    announcement({
      id: "note",
      title: "Message pour l’intranet ou la messagerie",
      subject: null,
      paragraphs: [
        `${survey} est ouverte jusqu’au ${close}. Environ ${time}, aussi sur un téléphone. Votre lien personnel est dans votre boîte mail ou dans votre lettre.`,
        `Scellée jusqu’à la clôture, ouverte avec toutes les autres, votre réponse n’est montrée que dans des groupes d’au moins ${group}. Si vous ne trouvez pas votre lien, merci de regarder d’abord dans le dossier des indésirables, puis de demander aux ressources humaines.`,
      ],
      points: [],
    }),
    announcement({
      id: "leaders",
      title: "Points à aborder pour les responsables d’équipe",
      subject: null,
      paragraphs: ["Deux minutes à votre prochaine réunion d’équipe suffisent."],
      points: [
        `De quoi il s’agit : ${survey} demande ${asks}. Cela prend environ ${time}, jusqu’au ${close}.`,
        "Comment faire : chaque personne a un lien personnel, par mail ou dans une lettre. Un téléphone suffit. Merci de donner du temps à votre équipe pendant les heures de travail.",
        `Ce qui est promis : les réponses sont scellées, ouvertes ensemble après la clôture et montrées uniquement pour des groupes d’au moins ${group}.`,
        "Ce dont cela ne protège pas figure aussi sur la première page. En cas de doute, renvoyez à cette page plutôt que de promettre davantage.",
        "Merci de ne demander à personne s’il y a eu réponse ni laquelle. Le programme ne vous dit ni l’un ni l’autre.",
        "La suite : après la clôture, vous verrez des résultats et nous en parlerons en équipe.",
      ],
    }),
    announcement({
      id: "last-days",
      title: "Message pour les derniers jours",
      subject: null,
      paragraphs: [
        `${survey} se termine le ${close}. Si vous souhaitez encore répondre : votre lien est dans votre invitation, et cela prend environ ${time}.`,
        "À toutes les personnes qui ont répondu : merci.",
      ],
      points: [],
    }),
  ]
}
