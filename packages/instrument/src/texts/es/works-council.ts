import type { WorksCouncilFacts, WorksCouncilPage } from "../facts.ts"
import { languagesIn, listed, namesIn } from "../lists.ts"
import { number } from "../locale.ts"
import { oneLine } from "../names.ts"
import { page } from "./page.ts"
import { about, closing, days, moment, organizationName, people, surveyName } from "./words.ts"

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
  const survey = `«${surveyName(facts.survey)}»`
  const group = people(k)
  const words = people(Math.max(k, 10))
  const opens = facts.opensAt === null ? "con el lanzamiento" : moment(facts.opensAt, facts.timeZone)
  const everybody = departments === null && layers === null
  const reminded = listed(reminders.map(days), "es")
  const { limits } = page.promise({ ...facts, invitedInGroup: k })
  return {
    title: `${survey}: información para la representación de los trabajadores`,
    sections: [
      {
        title: "Finalidad",
        paragraphs: [
          direction
            ? `${organizationName(facts.organization)} quiere saber hasta qué punto su misión, su visión y su estrategia llegan a los distintos niveles y dónde se pierden por el camino, para explicarlas mejor allí.`
            : `${organizationName(facts.organization)} quiere saber cómo se ven en los distintos niveles los temas que se nombran más abajo, para mejorar allí las cosas.`,
          "La encuesta no evalúa el rendimiento ni la conducta de personas concretas.",
        ],
      },
      {
        title: "A quién se pregunta",
        paragraphs: [
          `${invited === null ? "Todavía no se ha importado a ninguna persona." : `${people(invited)} en total.`} ${everybody ? "Se invita a todas las personas del archivo." : ""}`.trim(),
          ...(departments === null
            ? []
            : [`Solo estos departamentos: ${listed(departments.map(oneLine), "es")}.`]),
          ...(layers === null
            ? []
            : [`Niveles del organigrama invitados, empezando por arriba: ${number(layers, "es")}.`]),
          "La participación es voluntaria. A nadie se le muestra quién ha respondido y quién no.",
        ],
      },
      {
        title: "Qué se pregunta",
        paragraphs: [
          `Número máximo de preguntas: ${number(facts.questions, "es")}; duración: ${about(facts.minutes ?? 6)}. Cualquier pregunta puede dejarse sin responder.`,
          `Temas: ${listed(facts.topics, "es")}.`,
          ...(recognition
            ? [
                "Algunas preguntas piden reconocer la misión y las prioridades oficiales. También ellas se cuentan solo por grupos.",
              ]
            : []),
          ...(ownWords
            ? [
                "Algunas preguntas pueden responderse con palabras propias. La página pide que no se nombre en ellas a ninguna persona.",
              ]
            : []),
        ],
      },
      {
        title: "Qué datos personales se tratan",
        paragraphs: [
          "Todos están en la instalación propia de la organización. No se envía nada a terceros, salvo los propios correos. Junto a una respuesta no se guarda nombre, dirección de correo, hora ni dispositivo.",
        ],
        rows: {
          head: ["Datos", "Para qué", "Cuánto tiempo"],
          body: [
            [
              "Nombre, dirección de correo, responsable, departamento y lo demás que contenga el archivo de personas",
              "invitar, formar los grupos",
              "mientras la organización los conserve",
            ],
            [
              "Si se ha usado un enlace",
              "aceptar una sola respuesta, elegir a quién recordar",
              "hasta el cierre",
            ],
            ["La respuesta sellada con su grupo", "guardarla segura hasta el cierre", "hasta el cierre"],
            [
              "Las respuestas abiertas con su grupo, sin nombre, mezcladas",
              "calcular los resultados",
              "mientras la organización conserve la encuesta",
            ],
            ...(ownWords
              ? [
                  [
                    "Las palabras propias, aparte de las demás respuestas, mezcladas",
                    `leerlas en grupos en los que hayan respondido al menos ${words}`,
                    "mientras la organización conserve la encuesta; nada si responden menos",
                  ],
                ]
              : []),
            [
              `Resultados de grupos de al menos ${group}`,
              "mostrarlos y comentarlos",
              "mientras la organización conserve la encuesta",
            ],
            [
              "Cuentas de recursos humanos, análisis y responsables: nombre, dirección de correo, contraseña ilegible, función y, de los responsables, quiénes son en el organigrama",
              "iniciar sesión, mostrar a cada función solo lo que puede ver",
              "hasta que recursos humanos elimine la cuenta",
            ],
            [
              "Direcciones de correo que un servidor ha rechazado",
              "no volver a escribir a ellas, mostrar a recursos humanos cuáles hay que corregir",
              "hasta que recursos humanos confirme una dirección; si no, mientras la organización conserve sus datos",
            ],
            [
              "Las personas tal como estaban antes de la última importación",
              "deshacer esa importación",
              "hasta la siguiente importación, o hasta que se deshaga",
            ],
            [
              "Quién obtuvo cartas para imprimir, cuándo y cuántas",
              "que todo recursos humanos pueda ver quién tuvo los códigos",
              "mientras la organización conserve la encuesta",
            ],
          ],
        },
      },
      {
        title: "Quién ve qué",
        paragraphs: ["Ninguna página, exportación o interfaz muestra la respuesta de una sola persona."],
        rows: {
          head: ["Función", "Ve"],
          body: [
            [
              "Recursos humanos",
              `el archivo de personas y a quién se ha invitado; durante la encuesta, tasas de respuesta de grupos de 40 personas o más, redondeadas al 5 % y renovadas una vez al día; tras el cierre, resultados de grupos de al menos ${group}`,
            ],
            ["Análisis", `tras el cierre, resultados de grupos de al menos ${group}`],
            [
              "Responsable",
              `solo de su propia unidad y de las unidades por debajo: durante la encuesta, las mismas tasas de respuesta redondeadas que recursos humanos; tras el cierre, resultados de grupos de al menos ${group}`,
            ],
            ["Gestión del servidor", "véase «Qué no queda cubierto»"],
          ],
        },
      },
      {
        title: "Cómo se sellan y se abren las respuestas",
        paragraphs: [
          "El navegador cifra cada respuesta antes de enviarla. El servidor la guarda cerrada, sin nombre, hora ni número.",
          "Con el enlace personal, el navegador solo pide una firma ciega: el servidor firma algo que no puede leer. Las respuestas selladas se envían sin el enlace; nada de lo guardado lleva, pues, de una respuesta a una persona.",
          "Después del cierre, y solo entonces, el programa abre todas las respuestas de una vez y en orden mezclado, y une grupos hasta que en cada uno hayan respondido bastantes personas. Antes no se muestra a nadie ningún resultado, ni siquiera provisional.",
          "Un cierre antes de la fecha prevista necesita el acuerdo de una segunda persona de recursos humanos.",
        ],
      },
      {
        title: "Qué se borra, y cuándo",
        paragraphs: [
          "Con el cierre: las respuestas selladas, la indicación de qué enlaces se han usado y la clave que abre las respuestas.",
          "En el navegador de quien responde: las respuestas, en cuanto se envían; la clave y el resguardo de la papeleta, y un borrador nunca enviado, a más tardar cuando ese navegador vuelva a abrir una página así más de tres meses después del cierre previsto; de inmediato, si la persona lo desea.",
        ],
      },
      {
        title: "Recordatorios",
        paragraphs: [
          ...(reminders.length === 0
            ? ["Esta encuesta no envía recordatorios."]
            : [
                `El programa envía un recordatorio a quienes no han respondido, ${reminded} antes del cierre. Los elige por sí mismo y no muestra a nadie una lista.`,
                "Con un enlace en el correo se puede dejar de recibir recordatorios y aun así responder.",
                "Lo que esto no cubre: quien gestiona el servidor de correo puede ver a quién se envió un recordatorio y, por tanto, quién no había respondido hasta entonces.",
              ]),
        ],
      },
      {
        title: "Ninguna evaluación de personas",
        paragraphs: [
          `No se calcula nada para una sola persona. Los resultados de menos de ${group} quedan ocultos, y lo que se muestra se comprueba para que tampoco restando cifras salga un grupo más pequeño.`,
          "El resultado de un área puede leerse como un juicio sobre quien la dirige. Proponemos acordar que los resultados no se usen para evaluar a responsables ni para decidir sobre ellos.",
        ],
      },
      {
        title: "Qué no queda cubierto",
        paragraphs: [
          ...limits.points,
          ...(facts.printedCodes
            ? [
                "Las cartas impresas llevan consigo el derecho a responder: quien las imprima o reparta podría responder con ellas. El programa anota quién las obtuvo y cuándo.",
              ]
            : []),
          "En grupos de menos de diez personas, los porcentajes cercanos a los extremos se indican solo como «al menos» o «como máximo». Los grupos vecinos pueden estrechar ese límite, pero nunca por debajo del grupo más pequeño.",
        ],
      },
      {
        title: "Cambios",
        paragraphs: [
          "Las preguntas, las personas invitadas, los grupos y el tamaño del grupo más pequeño quedan fijos al empezar la encuesta. Para cambiarlos hace falta una encuesta nueva.",
          "Durante la encuesta solo puede cambiar la fecha de cierre. Quienes responden ven siempre la fecha prevista.",
        ],
      },
      {
        title: "Los ajustes de un vistazo",
        paragraphs: [],
        rows: {
          head: ["Ajuste", "Valor"],
          body: [
            ["Encuesta", surveyName(facts.survey)],
            ["Inicio", opens],
            ["Cierre previsto", closing(facts)],
            ["Idiomas", languagesIn(facts.languages, "es")],
            ["Personas invitadas", invited === null ? "aún no se sabe" : number(invited, "es")],
            ["Grupo más pequeño que se muestra", group],
            ["Grupo más pequeño para palabras propias", ownWords ? words : "no hay preguntas de este tipo"],
            ...(ownWords
              ? [["Quién lee las palabras propias", readers.length === 0 ? "nadie" : namesIn(readers, "es")]]
              : []),
            ["Recordatorios", reminders.length === 0 ? "ninguno" : `${reminded} antes del cierre`],
            ["Códigos impresos para personas sin correo", facts.printedCodes ? "sí" : "no"],
          ],
        },
      },
    ],
  }
}
