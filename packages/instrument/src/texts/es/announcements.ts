import { announcement } from "../announcement.ts"
import type { Announcement, AnnouncementFacts } from "../facts.ts"
import { languagesIn } from "../lists.ts"
import { about, closing, moment, people, surveyName } from "./words.ts"

export function announcements(facts: AnnouncementFacts): Announcement[] {
  const { k, opensAt, languages, direction = true } = facts
  const survey = `«${surveyName(facts.survey)}»`
  const time = about(facts.minutes ?? 6)
  const group = people(k)
  const close = closing(facts)
  const asks = direction
    ? "hasta qué punto le llegan nuestra misión, nuestra visión y nuestra estrategia en su trabajo diario"
    : "cómo ve usted las cosas en el trabajo"
  return [
    announcement({
      id: "head",
      title: "Correo de la persona que dirige la organización",
      subject: `${survey}: su opinión cuenta`,
      paragraphs: [
        "Buenos días:",
        `Me gustaría saber ${asks}. Eso es lo que preguntamos en ${survey}, ${
          opensAt === null ? "" : `desde el ${moment(opensAt, facts.timeZone)} `
        }hasta el ${close}.`,
        `Recibirá un enlace personal, por correo o en una carta impresa. Lleva ${time}, también en el teléfono. Idiomas disponibles: ${languagesIn(languages, "es")}. La participación es voluntaria y puede dejar sin responder cualquier pregunta.`,
        `Su respuesta se sella en su navegador y se abre solo después del cierre, junto con todas las demás. Los resultados se muestran únicamente para grupos de al menos ${group}; ninguna página me muestra a mí ni a nadie quién ha respondido ni qué ha dicho una persona en concreto. La primera página le explica por completo qué abarca esto, y también qué no.`,
        "Tras el cierre contaremos qué hemos oído y qué se hará con ello. Gracias por su tiempo.",
      ],
      points: [],
    }),
    announcement({
      id: "note",
      title: "Nota para la intranet o el chat",
      subject: null,
      paragraphs: [
        `${survey} está abierta hasta el ${close}. Lleva ${time}, también en el teléfono. Su enlace personal está en su correo o en su carta.`,
        `Sellada hasta el cierre, abierta junto con todas las demás, su respuesta se muestra solo en grupos de al menos ${group}. Si no encuentra su enlace, mire primero en la carpeta de correo no deseado y pregunte después a recursos humanos, por favor.`,
      ],
      points: [],
    }),
    announcement({
      id: "leaders",
      title: "Puntos para quienes dirigen un equipo",
      subject: null,
      paragraphs: ["Bastan dos minutos en su próxima reunión de equipo."],
      points: [
        `De qué se trata: ${survey} pregunta ${asks}. Lleva ${time} y está abierta hasta el ${close}.`,
        "Cómo funciona: cada persona tiene un enlace personal, por correo o en una carta. Basta un teléfono. Dé tiempo para ello a su equipo durante la jornada, por favor.",
        `Qué se promete: las respuestas se sellan, se abren juntas después del cierre y se muestran solo para grupos de al menos ${group}.`,
        "De qué no protege esto está también en la primera página. Si alguien tiene dudas, remita a esa página en lugar de prometer más.",
        "No pregunte a nadie si ha respondido ni qué, por favor. El programa no le dice ninguna de las dos cosas.",
        "Qué viene después: tras el cierre verá resultados y hablaremos de ellos en el equipo.",
      ],
    }),
    announcement({
      id: "last-days",
      title: "Nota para los últimos días",
      subject: null,
      paragraphs: [
        `${survey} termina el ${close}. Si todavía quiere responder: su enlace está en su invitación y lleva ${time}.`,
        "A quienes ya han respondido: gracias.",
      ],
      points: [],
    }),
  ]
}
