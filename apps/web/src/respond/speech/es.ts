import type { PageWords } from "../page-words.ts"

export { page as texts } from "@throughline/instrument/texts/es"

export const words: PageWords = {
  languages: "Idioma",
  unreachable: {
    title: "Esta página no puede acceder a la encuesta",
    text: "No se ha perdido nada y su enlace no se ha gastado. Compruebe su conexión y vuelva a intentarlo, por favor.",
  },
  refused: {
    title: "El servidor rechazó su respuesta sellada",
    text: "No se ha contado. Todo lo que introdujo sigue en este navegador. Vuelva a cargar esta página y envíe de nuevo, por favor; si se repite, avise a quien le envió la invitación.",
  },
  unconfirmed: {
    title: "Todavía sin confirmar",
    text: "Este navegador empezó a enviar su respuesta, y la confirmación se perdió por el camino. Envíela de nuevo para tener la certeza; no puede contar dos veces. Solo este navegador puede hacerlo.",
  },
  maybeArrived:
    "Este navegador no recibió confirmación de lo último que envió: puede que haya llegado o puede que no. Su resguardo sigue aquí. Búsquelo en «¿Cómo puedo saberlo?» para ver si su respuesta se contó.",
  welcomeBack: (page, pages) =>
    `Se quedó en la página ${page} de ${pages}. Sus respuestas siguen en este navegador.`,
  keepsNothing:
    "Este navegador no guarda nada para esta página. Responda de una vez y deje la página abierta hasta que haya enviado, por favor.",
  notKept: {
    title: "Este navegador no puede guardar sus respuestas",
    text: "Puede seguir, y el envío funciona como siempre. Pero deje esta página abierta hasta que haya enviado, por favor.",
  },
  loadingQuestions: "Cargando las preguntas …",
  remove: {
    offer: "Olvidar mi respuesta en este navegador",
    consequence:
      "Lo que se envió sigue contando. Pero ya nadie puede cambiarlo ni retirarlo, y sin el resguardo nadie puede buscarlo después del cierre.",
    button: "Olvidar",
    done: { title: "Olvidado", text: "Este navegador ya no guarda nada de su respuesta." },
  },
  startOver: { consequence: "Se borran las respuestas guardadas en este navegador." },
  answeredSoFar: (answered, asked) =>
    `Ha respondido ${answered} de ${asked} preguntas. El resto puede quedar vacío.`,
}
