import type { QuestionTexts } from "../question-texts.ts"

export const questions: QuestionTexts = {
  prompt: "¿Hasta qué punto está de acuerdo?",
  // A soft hyphen where a word may break: a fifth of a phone's width is narrow.
  scale: [
    "Muy en des\u00adacuerdo",
    "En des\u00adacuerdo",
    "Ni una cosa ni la otra",
    "De acuerdo",
    "Muy de acuerdo",
  ],
  cannotSay: "No puedo decirlo",
  pickUpTo: (most) => `Elija ${most} como máximo.`,
  pickOne: "Elija una respuesta.",
  optional: "Puede dejar este campo vacío.",
  ranking: {
    prompt: (most) => `Toque lo que va primero, luego lo que va segundo, ${most} como máximo en total.`,
    give: (choice, rank) => `${choice}: dar el puesto ${rank}`,
    full: (choice, most) => `${choice}: ya están dados los ${most} puestos, quite antes uno`,
    ranked: (choice, rank) => `${choice}, puesto ${rank}`,
    up: (choice) => `Subir: ${choice}`,
    down: (choice) => `Bajar: ${choice}`,
    remove: (choice) => `Quitar: ${choice}`,
    chosen: (count, most) => `${count} de ${most} puestos dados`,
    said: {
      placed: (choice, rank) => `${choice} está ahora en el puesto ${rank}.`,
      moved: (choice, rank) => `${choice} pasa al puesto ${rank}.`,
      removed: (choice) => `${choice}: quitado.`,
    },
  },
}
