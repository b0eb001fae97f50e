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
    title: "Su respuesta probablemente ha llegado",
    text: "Se envió desde este navegador, pero la confirmación se perdió por el camino. Envíela de nuevo para tener la certeza; no puede contar dos veces.",
  },
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
    offer: "Quitar mis respuestas de este navegador",
    consequence:
      "Lo que se envió sigue contando. Pero este navegador olvida sus respuestas y ya nadie puede cambiarlas.",
    button: "Quitar",
    done: { title: "Quitado", text: "Este navegador ya no guarda nada de sus respuestas." },
  },
  startOver: { consequence: "Se borran las respuestas guardadas en este navegador." },
  answeredSoFar: (answered, asked) =>
    `Ha respondido ${answered} de ${asked} preguntas. El resto puede quedar vacío.`,
}
