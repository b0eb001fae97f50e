import type { PageWords } from "../page-words.ts"

export { page as texts } from "@throughline/instrument/texts/de"

export const words: PageWords = {
  languages: "Sprache",
  unreachable: {
    title: "Diese Seite erreicht die Befragung nicht",
    text: "Es ist nichts verloren, und Ihr Link ist nicht verbraucht. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
  },
  refused: {
    title: "Der Server hat Ihre versiegelte Antwort abgelehnt",
    text: "Sie wurde nicht gezählt. Alles, was Sie eingegeben haben, ist noch in diesem Browser. Bitte laden Sie diese Seite neu und senden Sie noch einmal; geschieht es wieder, sagen Sie der Stelle Bescheid, die Sie eingeladen hat.",
  },
  unconfirmed: {
    title: "Noch nicht bestätigt",
    text: "Dieser Browser hat begonnen, Ihre Antwort zu senden, und die Bestätigung ging unterwegs verloren. Senden Sie sie noch einmal, um sicherzugehen; doppelt zählen kann sie nicht. Nur dieser Browser kann das.",
  },
  maybeArrived:
    "Für das, was dieser Browser zuletzt gesendet hat, kam keine Bestätigung: Es ist vielleicht angekommen, vielleicht nicht. Ihr Beleg liegt noch hier. Suchen Sie ihn unter „Woher weiß ich das?“, um zu sehen, ob Ihre Antwort gezählt wurde.",
  welcomeBack: (page, pages) =>
    `Sie waren auf Seite ${page} von ${pages}. Ihre Antworten sind noch in diesem Browser.`,
  keepsNothing:
    "Dieser Browser behält für diese Seite nichts. Bitte antworten Sie in einem Zug und lassen Sie die Seite offen, bis Sie gesendet haben.",
  notKept: {
    title: "Dieser Browser kann Ihre Antworten nicht behalten",
    text: "Sie können weitermachen, und das Senden geht wie sonst. Bitte lassen Sie diese Seite aber offen, bis Sie gesendet haben.",
  },
  loadingQuestions: "Die Fragen werden geholt …",
  remove: {
    offer: "Meine Antwort in diesem Browser vergessen",
    consequence:
      "Was gesendet wurde, zählt weiter. Aber niemand kann es mehr ändern oder zurückziehen, und ohne den Beleg kann niemand es nach dem Ende nachsehen.",
    button: "Vergessen",
    done: { title: "Vergessen", text: "Dieser Browser behält nichts mehr von Ihrer Antwort." },
  },
  startOver: { consequence: "Die Antworten, die in diesem Browser liegen, werden weggeworfen." },
  answeredSoFar: (answered, asked) =>
    `Sie haben ${answered} von ${asked} Fragen beantwortet. Der Rest darf leer bleiben.`,
}
