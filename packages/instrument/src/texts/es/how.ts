import type { HowTexts } from "../how-texts.ts"

export const how: HowTexts = {
  title: "¿Cómo puedo saberlo?",
  lead: "No tiene que creernos sin más. Aquí se explica cómo entra su respuesta sin su nombre y qué puede mostrarle de ello este mismo navegador.",
  steps: [
    {
      title: "Un papelito en un sobre con papel carbón",
      text: "Su navegador saca al azar un número largo, la clave de voto, como en un papelito en blanco. Mete el papelito en un sobre forrado de papel carbón y lo cierra.",
    },
    {
      title: "El sobre se sella por fuera",
      text: "Usted entrega el sobre con su enlace. El servidor ve que usted figura en la lista y que su enlace no se ha usado, y estampa un sello por fuera. El sello traspasa hasta el papelito. El servidor nunca ve el papelito.",
    },
    {
      title: "El papelito sale con el sello",
      text: "Su navegador abre el sobre y lo tira. El papelito lleva ahora un sello auténtico, el mismo que todos los de su grupo. Nadie puede decir en qué sobre estaba.",
    },
    {
      title: "El papelito y la caja cerrada van a la urna",
      text: "Sus respuestas están en una caja cerrada con llave. Caja y papelito entran juntos, sin su enlace. El sello muestra que responde una persona invitada, no cuál.",
    },
  ],
  requests: {
    title: "Qué envía este navegador",
    before:
      "Todavía no se ha enviado nada desde este navegador. Después estarán aquí los bytes reales, abreviados.",
    after: "Estos son los bytes reales que envió este navegador, abreviados. Su enlace está en un solo lado.",
    withLink: "Primero, con su enlace",
    withoutLink: "Después, sin su enlace",
    labels: {
      link: "Su enlace",
      blinded: "El sobre cerrado",
      group: "Número de su grupo",
      ballotKey: "El papelito: la clave de voto",
      credential: "El sello",
      sealed: (bytes) => `La caja cerrada: sus respuestas, ${bytes} bytes, los mismos que para todos`,
      signature: "Firma de la clave de voto",
    },
    nothingShared: "Este navegador lo ha mirado: nada de la primera petición aparece en la segunda.",
    forgotten:
      "Este navegador lo ha mirado: su enlace no aparece en la segunda petición. Ya ha olvidado el sobre cerrado, para que nada de lo guardado aquí diga qué sobre correspondía a qué sello.",
    shared:
      "Algo de la primera petición aparece en la segunda. Eso no debe ocurrir. Dígaselo a sus colegas, por favor.",
  },
  terms: {
    title: "Qué significan las palabras",
    entries: [
      {
        term: "Sellado",
        text: "Cifrado de modo que solo lo abre la clave de la encuesta. Se usa una vez, después del cierre, para todas las respuestas juntas.",
      },
      {
        term: "Firma ciega",
        text: "El sello a través del papel carbón: una firma sobre algo que quien firma no llega a ver.",
      },
      {
        term: "Clave de voto",
        text: "Un número que solo tiene este navegador. Quien lo tenga puede sustituir o retirar la papeleta hasta el cierre.",
      },
      {
        term: "Su grupo",
        text: "Las personas que se cuentan juntas. Todos los papelitos de un grupo llevan el mismo sello.",
      },
      {
        term: "Seis palabras",
        text: "Una huella de toda la promesa: fechas, grupos, claves, preguntas y la huella de esta página. Otras palabras significan otra promesa.",
      },
      {
        term: "Resguardo",
        text: "Un número al azar dentro de su caja cerrada. Después del cierre se publican todos los resguardos por orden alfabético. Si el suyo está, su respuesta se abrió y se contó. No dice a nadie lo que usted respondió.",
      },
    ],
  },
  kept: { title: "Qué queda en este navegador" },
  fingerprint: {
    title: "¿Es esta la página prometida?",
    text: "La promesa contiene una huella de esta página con todos sus programas. Este navegador puede pedirlos otra vez y comparar. Pero una página que le engaña podría engañarle también aquí: la comparación vale más cuando la hace otra persona, con otro programa.",
    button: "Comparar esta página",
    busy: "Comparando …",
    fits: "Las huellas son iguales: esta es la página prometida.",
    differs:
      "Las huellas son distintas: esta no es la página que se prometió al empezar la encuesta. Puede haber un motivo inofensivo, como una versión nueva. Pregunte a quien gestiona el servidor antes de responder, por favor.",
    none: "La promesa de esta encuesta no nombra ninguna huella de la página.",
    unreachable:
      "No se han podido obtener los archivos. Compruebe su conexión y vuelva a intentarlo, por favor.",
  },
  receipt: {
    title: "¿Se contó mi respuesta?",
    text: "Después del cierre, este navegador pide la lista de todos los resguardos, sin su enlace, y busca en ella el suyo. El servidor no se entera de cuál busca usted.",
    none: "Este navegador no tiene ningún resguardo. Puede introducir uno que haya guardado.",
    save: "Guardar el resguardo como texto",
    file: "Resguardo de mi respuesta sellada. No dice a nadie lo que respondí.",
    label: "Resguardo",
    malformed: "Un resguardo tiene 22 letras y cifras. Compruebe lo que introdujo, por favor.",
    search: "Buscarlo",
    busy: "Buscando …",
    found: (all) => `Está, entre ${all}: esta respuesta se abrió y se contó.`,
    missing: (all) =>
      `No está entre los ${all} que se contaron. Si retiró su respuesta, es correcto. Si no, dígaselo a sus colegas y a quien le envió la invitación, por favor.`,
    open: "Todavía no hay lista. Se publica después del cierre; si han respondido muy pocas personas, no la hay.",
    unreachable: "No se ha podido obtener la lista. Compruebe su conexión y vuelva a intentarlo, por favor.",
  },
  back: "Volver",
  survey: {
    title: "Qué promete esta encuesta",
    lead: "Esta página es igual para todas las personas. No pide ningún enlace y no sabe quién es usted.",
    state: "Estado",
    states: {
      open: "Todavía sin lista de resguardos: abierta, o cerrada con muy pocas respuestas",
      closed: "Cerrada",
    },
    closes: "Cierre previsto",
    groups: "Grupos",
    fingerprint: "Huella de la promesa",
    key: "Quién tiene la clave que abre las respuestas",
    byServer: "El servidor, fuera de su base de datos, hasta el cierre",
    byTrustees: (names) => `${names}: dos de ellos juntos; el servidor nunca la tiene`,
    readers: "Quién lee los comentarios uno por uno",
    nobody: "Nadie",
    receipts: "Respuestas contadas",
    unknown: {
      title: "Aquí no hay tal encuesta",
      text: "Quizá se cortó la dirección al copiarla, o la encuesta todavía no ha empezado.",
    },
  },
}
