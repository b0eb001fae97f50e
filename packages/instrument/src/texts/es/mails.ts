import type { InvitationFacts } from "../facts.ts"
import { type Mails, plainMail } from "../mails.ts"
import { nameIn } from "../names.ts"
import { about, closing, minutes, organizationName, people, surveyName } from "./words.ts"

export const mails: Mails = {
  invitation: (facts) =>
    plainMail({
      subject: `${test(facts)}${organizationName(facts.organization)}: ${
        (facts.direction ?? true) ? "¿le llega nuestro rumbo?" : "¿cómo lo ve usted?"
      } ${minutes(facts.minutes ?? 6)} de su tiempo`,
      ...frame(facts),
      before: [
        `${organizationName(facts.organization)} le invita a participar en «${surveyName(facts.survey)}»${
          (facts.direction ?? true)
            ? ": ¿hasta qué punto le llegan nuestra misión, nuestra visión y nuestra estrategia en su trabajo diario? Su respuesta muestra qué llega y qué hay que explicar mejor."
            : ". Su respuesta muestra qué funciona bien y qué tiene que mejorar."
        }`,
        `Lleva ${about(facts.minutes ?? 6)}, también en el teléfono, y no hace falta iniciar sesión. Responda, por favor, a más tardar el ${closing(facts)}.`,
      ],
      after: [promise(facts), ...sixWords(facts), yours],
    }),

  reminder: (facts) =>
    plainMail({
      subject: `${test(facts)}${organizationName(facts.organization)}: «${surveyName(facts.survey)}» ${
        facts.last ? "termina pronto" : "sigue abierta"
      }`,
      ...frame(facts),
      before: [
        `${
          facts.last ? "Este es el último recordatorio" : "Este es un recordatorio"
        }: «${surveyName(facts.survey)}», encuesta de ${organizationName(facts.organization)}, está abierta hasta el ${closing(facts)}, y hasta ahora no ha llegado ninguna respuesta con su enlace. Lleva ${about(facts.minutes ?? 6)}. Si prefiere no participar, no tiene que hacer nada.`,
        "El programa envía este correo por sí mismo a cada enlace que no se ha usado. No muestra a nadie una lista de quién ha respondido y quién no.",
      ],
      after: [promise(facts), ...sixWords(facts), yours],
    }),

  letter: ({ organization, survey, name, address, code, k, words, ...facts }) => ({
    title: surveyName(survey),
    greeting: greeting(name),
    before: [
      `${organizationName(organization)} le invita a participar${
        (facts.direction ?? true)
          ? ": ¿hasta qué punto le llegan nuestra misión, nuestra visión y nuestra estrategia en su trabajo diario?"
          : ". Su respuesta muestra qué funciona bien y qué tiene que mejorar."
      } Lleva ${about(facts.minutes ?? 6)} en cualquier teléfono u ordenador y no hace falta iniciar sesión. Responda, por favor, a más tardar el ${closing(facts)}.`,
    ],
    scan: "Apunte con la cámara de su teléfono a este cuadrado y abra el enlace.",
    type: "O escriba esto en un navegador:",
    addressLabel: "Dirección",
    codeLabel: "Código",
    after: [
      promise({ k }),
      ...sixWords({ words }),
      "Este código es solo suyo. No se lo dé a nadie, por favor: quien lo tenga podría responder en su lugar.",
    ],
  }),
}

const test = (facts: InvitationFacts) => (facts.test ? "[Prueba] " : "")
const greeting = (name: string | null) => {
  const written = nameIn(name ?? "", "")
  return written === "" ? "Buenos días:" : `Buenos días, ${written}:`
}

/** What invitation and reminder have in common. */
const frame = (facts: InvitationFacts) => ({
  notice: facts.test
    ? "Este es un correo de prueba. Muestra lo que recibirán las personas invitadas; su enlace no lleva a ningún cuestionario."
    : null,
  greeting: greeting(facts.name),
  button: "Responder ahora",
  link: facts.link,
  stop:
    facts.stopLink === null
      ? null
      : {
          text: "Dejar de recibir recordatorios de esta encuesta (podrá responder igualmente)",
          link: facts.stopLink,
        },
})

const promise = ({ k }: { k: number }) =>
  `Nuestra promesa: su respuesta se sella en su navegador, se abre solo después del cierre junto con todas las demás y se muestra únicamente en grupos de al menos ${people(k)}. La primera página explica por completo qué abarca esto y qué no.`

const yours =
  "Este enlace es solo suyo. No lo reenvíe, por favor: quien lo tenga podría responder en su lugar."

const sixWords = ({ words = [] }: { words?: readonly string[] }) =>
  words.length === 0
    ? []
    : [
        `Seis palabras representan esta promesa: ${words.join(" ")}. Compárelas con las de otra persona invitada; la página también las muestra. Si son distintas, no responda.`,
      ]
