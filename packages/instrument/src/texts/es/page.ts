import type { PageTexts } from "../page-texts.ts"
import { about, closing, organizationName, people } from "./words.ts"

export const page: PageTexts = {
  language: "es",
  direction: "ltr",
  windowTitle: "Su respuesta, sellada",

  promise: ({ organization, invitedInGroup, k, direction = true, ownWords = true, ...facts }) => ({
    title: "Antes de empezar",
    text: `${organizationName(organization)} quiere saber ${
      direction
        ? "hasta qué punto le llegan su misión, su visión y su estrategia."
        : "cómo ve usted las cosas en el trabajo."
    } Lleva ${about(facts.minutes ?? 6)}. Puede dejar sin responder cualquier pregunta.`,
    points: [
      {
        title: "Qué se guarda",
        text: "Sus respuestas y el grupo con el que se cuentan. Junto a ellas no se guarda ningún nombre, ninguna dirección de correo, ninguna hora ni ningún dispositivo. Por separado anotamos que su enlace se ha usado, para que cada persona responda una sola vez y no reciba más recordatorios después.",
      },
      {
        title: "Con quién se cuentan",
        text: `Su grupo reúne a ${people(invitedInGroup)}, usted entre ellas. Tras el cierre, los grupos se unen hasta que en cada uno hayan respondido al menos ${people(k)}.`,
      },
      {
        title: "Lo que nadie llega a ver",
        text: `Resultados de menos de ${people(k)}, ni en tablas, ni en gráficos, ni en exportaciones. Si en total responden menos de ${people(k)}, no se muestra nada en absoluto.`,
      },
      {
        title: "Sellado hasta el cierre",
        text: `Sus respuestas se sellan (se cifran) en este navegador antes de enviarse, y se guardan selladas hasta que la encuesta se cierre, previsto para el ${closing(facts)}; puede cerrarse antes. Entonces todas las respuestas se mezclan y se abren juntas, de una sola vez.`,
      },
      ...(ownWords
        ? [
            {
              title: "Lo que usted escribe",
              text: `Sus propias palabras se guardan aparte de sus demás respuestas y mezcladas, en grupos en los que hayan respondido al menos ${people(Math.max(k, 10))}. Si en total responden menos, sus palabras no se conservan. Aun así, alguien puede reconocer su forma de escribir: evite nombres y lo que solo usted podría saber.`,
            },
          ]
        : []),
    ],
    limits: {
      title: "De qué no le protege esto",
      points: [
        "Su enlace es su derecho a responder. Al enviar, el servidor que recibe su respuesta sellada ve con qué enlace llegó. No guarda esa relación.",
        "Quien gestiona el servidor guarda también la clave que abre las respuestas, fuera de la base de datos; el programa solo la usa después del cierre. Quien gestione el servidor y cambie el programa, o lleve sus propios registros, podría relacionar una respuesta con un enlace y abrirla. Esta versión no puede descartarlo.",
        "Quien prepara la lista de personas podría añadir a su grupo personas inventadas, responder por ellas y deducir así la respuesta de usted.",
        "Esta misma página viene del servidor, que podría mostrarle una promesa distinta de la que ven las demás personas. La huella que permitirá compararlas todavía está por llegar.",
        "Su dispositivo, su correo o la red de su trabajo pueden estar vigilados por otros programas. Un recordatorio en su correo muestra, por ejemplo, que hasta entonces usted no había respondido. Su propio teléfono con su propia conexión evita parte de ello.",
      ],
    },
  }),

  comments: "Es voluntario. Por favor, no nombre a ninguna persona.",
  progress: (at, pages) => `Página ${at} de ${pages}`,
  draftKept:
    "Hasta que envíe, sus respuestas se quedan en este navegador. Puede cerrar la página y seguir más tarde.",
  nothingAnswered: {
    title: "Todavía no hay ninguna respuesta",
    text: "Puede dejar sin responder cualquier pregunta, pero responda al menos una antes de enviar, por favor.",
  },
  sharedComputer: {
    label: "Otras personas también usan este ordenador",
    hint: "Entonces no se guarda nada en este navegador: usted responde de una vez y no podrá cambiar su respuesta más tarde.",
  },
  buttons: {
    start: "Empezar",
    resume: "Seguir donde lo dejé",
    startOver: "Empezar de nuevo desde el principio",
    next: "Siguiente",
    back: "Atrás",
    send: "Sellar y enviar",
    sendCorrection: "Sellar y enviar la nueva respuesta",
    correct: "Cambiar mi respuesta",
    retry: "Enviar de nuevo",
    reload: "Intentar de nuevo",
  },
  busy: { loading: "Abriendo su enlace …", sending: "Sellando y enviando …" },

  states: {
    answered: (facts) => ({
      title: "Su respuesta ha llegado",
      text: `Usted ha respondido con este navegador. Hasta el cierre, previsto para el ${closing(facts)}, puede cambiar su respuesta aquí.`,
    }),
    answeredElsewhere: {
      title: "Este enlace ya se ha usado",
      text: "Con él se envió una respuesta desde otro navegador o dispositivo. Esa respuesta cuenta; no queda nada por hacer. Solo aquel navegador puede cambiarla todavía. Si no fue usted, avise a quien le envió la invitación, por favor.",
    },
    otherDevice: {
      title: "Ya se ha respondido en otro dispositivo",
      text: "Mientras usted respondía aquí, se envió una respuesta con su enlace desde otro lugar. Esa es la que cuenta; lo que introdujo aquí no se ha enviado. Solo el otro dispositivo puede cambiarla.",
    },
    expired: {
      title: "Este enlace ya no es válido",
      text: "Un enlace más reciente ha ocupado su lugar, o se retiró la invitación. Use, por favor, el enlace del último correo.",
    },
    unknown: {
      title: "No conocemos este enlace",
      text: "Quizá se cortó al copiarlo. Ábralo directamente desde el correo o cópielo de nuevo entero, por favor.",
    },
    closed: (facts) => ({
      title: "Esta encuesta está cerrada",
      text: `El cierre estaba previsto para el ${closing(facts)}. Ya no se aceptan respuestas. Gracias por pasarse.`,
    }),
    closedWhileAnswering: {
      title: "La encuesta acaba de cerrarse",
      text: "Se cerró antes de que llegara su respuesta, así que no se ha aceptado. No queda nada de ella en el servidor.",
    },
    offline: {
      title: "Sin conexión",
      text: "Sus respuestas siguen en este navegador. Cuando vuelva a tener conexión, envíe de nuevo; no puede contar dos veces.",
    },
    retry: {
      title: "El envío no ha llegado",
      text: "El servidor no pudo recibir su respuesta. Sigue en este navegador. Envíe de nuevo dentro de un momento, por favor; no puede contar dos veces.",
    },
    mismatch: {
      title: "Algo no encaja",
      text: "Las preguntas que llegaron no son las que se prometieron al empezar la encuesta. No se ha enviado nada. Avise a quien le envió la invitación, por favor.",
    },
    invalid: {
      title: "Una respuesta no se puede enviar",
      text: "No se ha enviado nada y todo lo que introdujo sigue aquí. Vuelva atrás y revise sus textos, por favor: puede que uno sea demasiado largo.",
    },
    browserTooOld: {
      title: "Este navegador no puede sellar su respuesta",
      text: "No se ha enviado nada. Abra su enlace en una versión actual de Chrome, Edge, Firefox o Safari, por favor.",
    },
  },

  thanks: ({ organization, k, ...when }) => ({
    title: "Gracias. Su respuesta sellada ha llegado.",
    paragraphs: [
      `Permanece sellada hasta el cierre, previsto para el ${closing(when)}. Entonces todas las respuestas se abren juntas.`,
      `Los resultados se calculan justo después, solo para grupos de al menos ${people(k)}. ${organizationName(organization)} le dirá dónde puede verlos.`,
      "Hasta el cierre puede cambiar su respuesta: abra de nuevo su enlace en este navegador. Ningún otro navegador puede hacerlo. En una ventana privada, esto termina al cerrar la ventana.",
    ],
  }),

  code: {
    title: "Introduzca el código de su carta",
    text: "Abre su propio cuestionario. Mirarlo no gasta nada: el código solo cuenta como usado cuando usted envía.",
    label: "Código",
    hint: "Mayúsculas o minúsculas, con o sin espacios y guiones.",
    button: "Abrir",
    busy: "Abriendo …",
    faults: {
      empty: "Introduzca, por favor, el código impreso en su carta.",
      malformed: "Este código no está completo. Compárelo con su carta, carácter por carácter, por favor.",
      unknown:
        "No conocemos este código. Compárelo con su carta, por favor. Una carta más reciente sustituye a la anterior.",
      wait: "Ha habido demasiados intentos desde esta conexión. No se ha perdido nada. Vuelva a intentarlo dentro de unos minutos, por favor.",
      unreachable:
        "No se puede acceder al servidor. No se ha perdido nada. Compruebe su conexión y vuelva a intentarlo, por favor.",
    },
  },
  reminders: {
    title: "¿Dejar de recibir recordatorios?",
    text: "No recibirá más recordatorios de esta encuesta. Su enlace sigue siendo válido: puede responder hasta el cierre.",
    button: "No más recordatorios",
    busy: "Un momento …",
    done: {
      title: "Ya no recibirá recordatorios",
      text: "No recibirá más recordatorios de esta encuesta. Con el enlace de su invitación puede responder hasta el cierre.",
    },
    unknown: {
      title: "No conocemos este enlace",
      text: "No se ha cambiado nada. Quizá se cortó al copiarlo: ábralo directamente desde el correo, por favor.",
    },
    failed: {
      title: "No ha funcionado",
      text: "Los recordatorios siguen activos. Compruebe su conexión y vuelva a intentarlo, por favor.",
    },
  },
}
