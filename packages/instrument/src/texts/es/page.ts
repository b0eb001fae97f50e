import { namesIn } from "../lists.ts"
import type { PageTexts } from "../page-texts.ts"
import { about, closing, organizationName, people } from "./words.ts"

export const page: PageTexts = {
  language: "es",
  direction: "ltr",
  windowTitle: "Su respuesta, sellada",

  promise: ({
    organization,
    invitedInGroup,
    k,
    direction = true,
    ownWords = true,
    reviewers = [],
    trustees = [],
    ...facts
  }) => ({
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
        title: "Sus respuestas viajan sin su enlace",
        text: "Con su enlace, esta página solo pide una firma, sobre algo que el servidor no puede leer (una firma ciega). Sus respuestas selladas se envían después por separado, sin el enlace. Así, ni siquiera quien gestiona el servidor encuentra en lo guardado nada que lleve de una respuesta a usted.",
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
        text: `Sus respuestas se sellan (se cifran) en este navegador antes de enviarse, y se guardan selladas hasta que la encuesta se cierre, previsto para el ${closing(facts)}; puede cerrarse antes. Entonces todas las respuestas se mezclan y se abren juntas, de una sola vez.${trustees.length === 0 ? "" : ` La clave está repartida entre ${namesIn(trustees, "es")}: hacen falta dos, y el servidor nunca la tiene.`}`,
      },
      ...(ownWords
        ? [
            {
              title: "Lo que usted escribe",
              text: `Sus propias palabras se guardan aparte de sus demás respuestas y mezcladas, en grupos en los que hayan respondido al menos ${people(Math.max(k, 10))}. Si en total responden menos, sus palabras no se conservan. ${reviewers.length === 0 ? "Nadie las lee una por una. " : `Las leen ${namesIn(reviewers, "es")}. `}Aun así, alguien puede reconocer su forma de escribir: evite nombres y lo que solo usted podría saber.`,
            },
          ]
        : []),
    ],
    limits: {
      title: "De qué no le protege esto",
      points: [
        trustees.length === 0
          ? "Quien gestiona el servidor guarda también la clave que abre las respuestas, fuera de la base de datos; el programa solo la usa después del cierre. Quien gestione el servidor, cambie el programa y anote el momento y la conexión de cada petición podría abrir una respuesta con esa clave y deducir por las horas de quién es. Esta versión no puede descartarlo."
          : `Dos de quienes tienen partes de la clave (${namesIn(trustees, "es")}) podrían abrir las respuestas antes del cierre. Junto con alguien que gestione el servidor y anote el momento y la conexión de cada petición, podrían deducir por las horas de quién es una respuesta.`,
        "Quien prepara la lista de personas podría añadir a su grupo personas inventadas, responder por ellas y deducir así la respuesta de usted.",
        "Esta misma página viene del servidor, que podría enviarle un programa distinto del que reciben las demás personas. Las seis palabras muestran si se les ha prometido lo mismo. No pueden mostrar que esta página lo cumpla.",
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
    hint: "Entonces no se guarda nada en este navegador: responda de una vez y deje la página abierta hasta que le dé las gracias; después no podrá cambiar ni retirar su respuesta.",
  },
  buttons: {
    start: "Empezar",
    resume: "Seguir donde lo dejé",
    startOver: "Empezar de nuevo desde el principio",
    next: "Siguiente",
    back: "Atrás",
    send: "Sellar y enviar",
    sendCorrection: "Sellar y enviar la nueva respuesta",
    correct: "Cambiar mis respuestas",
    retry: "Enviar de nuevo",
    reload: "Intentar de nuevo",
  },
  busy: { loading: "Abriendo su enlace …", sending: "Sellando y enviando …" },

  states: {
    answered: (facts) => ({
      title: "Su respuesta ha llegado",
      text: `Usted ha respondido con este navegador. Hasta el cierre, previsto para el ${closing(facts)}, puede cambiar o retirar su respuesta aquí. Este navegador ya no guarda lo que respondió: respondería de nuevo.`,
    }),
    answeredElsewhere: {
      title: "Este enlace ya se ha usado",
      text: "Otro navegador o dispositivo lo usó para responder, y por cada enlace cuenta una respuesta. Si el envío se interrumpió allí, abra allí de nuevo el enlace: continúa. Solo aquel navegador puede cambiar o retirar la respuesta. Si no fue usted, avise a quien le envió la invitación, por favor.",
    },
    otherDevice: {
      title: "Ya se ha usado en otro dispositivo",
      text: "Mientras usted respondía aquí, su enlace se usó para responder desde otro lugar. Lo que introdujo aquí no se ha enviado. Si el envío se interrumpió allí, abra allí de nuevo el enlace: continúa. Solo aquel dispositivo puede cambiar o retirar la respuesta.",
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
    otherPromise: {
      title: "Este enlace recibió otra promesa",
      text: "La promesa que vino con su enlace no es la que está publicada para todas las personas de esta encuesta. Quizá alguien intenta distinguir su respuesta de las demás. No se ha enviado nada, y esta página no sigue adelante. Enséñelo a sus colegas y avise a quien le envió la invitación, por favor.",
    },
    changedPromise: {
      title: "La promesa ha cambiado",
      text: "Cuando este navegador abrió la encuesta la vez anterior, se hizo otra promesa. Nunca debe cambiar mientras la encuesta está abierta. No se ha enviado nada, y esta página no sigue adelante. Enséñelo a sus colegas y avise a quien le envió la invitación, por favor.",
    },
    forged: {
      title: "La firma no es la prometida",
      text: "El servidor no firmó con la clave publicada de su grupo. Una clave hecha solo para usted podría marcar su respuesta. Su respuesta no se ha enviado, y esta página no sigue adelante. Enséñelo a sus colegas y avise a quien le envió la invitación, por favor.",
    },
    withdrawn: (facts) => ({
      title: "No cuenta ninguna respuesta suya",
      text: `Con este navegador usted dijo que no participa, o retiró sus respuestas. En su lugar hay una papeleta vacía, sellada como todas las demás, y ya no llegan recordatorios. Hasta el cierre, previsto para el ${closing(facts)}, todavía puede responder aquí.`,
    }),
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
      "Hasta el cierre puede cambiar o retirar su respuesta: abra de nuevo su enlace en este navegador. Ningún otro navegador puede hacerlo. En una ventana privada, esto termina al cerrar la ventana.",
    ],
  }),

  keptAfterSending: (lasting) =>
    lasting
      ? "Lo que respondió deja de guardarse en este navegador cuando usted sale de esta página. El navegador guarda una clave y una firma, con las que puede cambiar o retirar su respuesta hasta el cierre, y un resguardo, con el que puede comprobar después del cierre que se contó."
      : "Este navegador no guarda nada cuando usted cierra esta página. Si quiere comprobar después del cierre que su respuesta se contó, guarde antes el resguardo como texto.",
  sixWords: {
    title: "La promesa en seis palabras",
    text: "Este navegador las ha calculado a partir de la promesa. Compárelas con las de otra persona invitada y con las de su correo. Si difiere una sola palabra, se les prometieron cosas distintas: no responda y dígalo en voz alta.",
    group: (number) =>
      `Su grupo tiene el número ${number}. Compárelo también: un grupo en el que no hay nadie más tendría un número que nadie más tiene.`,
    waiting: "Calculando …",
  },
  withdraw: {
    offer: "Retirar mis respuestas",
    consequence:
      "Una papeleta vacía, sellada como todas las demás, ocupa su lugar. Para el servidor parece una corrección. Hasta el cierre puede responder de nuevo desde este navegador.",
    button: "Retirarlas",
  },
  decline: {
    offer: "No voy a participar",
    consequence:
      "Esto envía una papeleta vacía, sellada como todas las demás. Para el servidor es como si hubiera respondido: los recordatorios cesan y nadie puede ver que no participó. Hasta el cierre todavía puede responder desde este navegador.",
    button: "Enviar una papeleta vacía",
  },
  how: "¿Cómo puedo saberlo?",

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
