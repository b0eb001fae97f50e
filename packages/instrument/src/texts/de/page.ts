import type { PageTexts } from "../page-texts.ts"
import { closing, minutes, organizationName, people } from "./words.ts"

export const page: PageTexts = {
  language: "de",
  direction: "ltr",
  windowTitle: "Ihre Antwort, versiegelt",

  promise: ({ organization, invitedInGroup, k, direction = true, ownWords = true, ...facts }) => ({
    title: "Bevor Sie beginnen",
    text: `${organizationName(organization)} möchte wissen, ${
      direction
        ? "wie gut Mission, Vision und Strategie bei Ihnen ankommen."
        : "wie Sie Ihren Arbeitsalltag sehen."
    } Das dauert etwa ${minutes(facts.minutes ?? 6)}. Sie können jede Frage auslassen.`,
    points: [
      {
        title: "Was gespeichert wird",
        text: "Ihre Antworten und die Gruppe, mit der Sie gezählt werden. Kein Name, keine Mailadresse, keine Uhrzeit und kein Gerät wird dazu gespeichert. Getrennt davon merken wir uns, dass Ihr Link benutzt wurde, damit alle nur einmal antworten und danach nicht mehr erinnert werden.",
      },
      {
        title: "Mit wem Sie gezählt werden",
        text: `In Ihrer Gruppe sind mit Ihnen ${people(invitedInGroup)} eingeladen. Nach dem Ende werden Gruppen zusammengelegt, bis in jeder mindestens ${people(k)} geantwortet haben.`,
      },
      {
        title: "Was niemand zu sehen bekommt",
        text: `Ergebnisse von weniger als ${people(k)}, weder in Tabellen noch in Grafiken oder Exporten. Antworten insgesamt weniger als ${people(k)}, wird überhaupt nichts gezeigt.`,
      },
      {
        title: "Versiegelt bis zum Ende",
        text: `Ihre Antworten werden in diesem Browser versiegelt (verschlüsselt), bevor sie gesendet werden, und versiegelt aufbewahrt, bis die Befragung endet. Geplantes Ende: ${closing(facts)}; sie kann früher geschlossen werden. Dann werden alle Antworten gemischt und gemeinsam auf einmal geöffnet.`,
      },
      ...(ownWords
        ? [
            {
              title: "Was Sie selbst schreiben",
              text: `Ihre eigenen Worte werden getrennt von Ihren übrigen Antworten und gemischt aufbewahrt, in Gruppen von mindestens ${people(Math.max(k, 10))}, die geantwortet haben. Antworten insgesamt weniger, werden Ihre Worte nicht behalten. Vielleicht erkennt jemand Ihre Art zu schreiben: Lassen Sie Namen weg und alles, was nur Sie wissen können.`,
            },
          ]
        : []),
    ],
    limits: {
      title: "Wovor Sie das nicht schützt",
      points: [
        "Ihr Link ist Ihr Recht zu antworten. Beim Senden sieht der Server, der Ihre versiegelte Antwort annimmt, mit welchem Link sie kam. Er speichert diese Verbindung nicht.",
        "Wer den Server betreibt, verwahrt auch den Schlüssel, der die Antworten öffnet, außerhalb der Datenbank; das Programm benutzt ihn erst nach dem Ende. Wer den Server betreibt und das Programm verändert oder selbst mitschreibt, könnte eine Antwort mit einem Link verbinden und öffnen. Diese Version kann das nicht ausschließen.",
        "Wer die Personenliste anlegt, könnte erfundene Personen in Ihre Gruppe setzen, für sie antworten und so Ihre Antwort errechnen.",
        "Diese Seite selbst kommt vom Server, der Ihnen ein anderes Versprechen zeigen könnte als Ihrem Umfeld. Ein Fingerabdruck, den Sie miteinander vergleichen können, fehlt noch.",
        "Ihr Gerät, Ihr Postfach oder Ihr Netz bei der Arbeit kann von anderen Programmen überwacht werden. Eine Erinnerung in Ihrem Postfach zeigt zum Beispiel, dass Sie bis dahin nicht geantwortet hatten. Ihr eigenes Telefon mit eigener Verbindung vermeidet das zum Teil.",
      ],
    },
  }),

  comments: "Das ist freiwillig. Bitte nennen Sie keine Personen.",
  progress: (at, pages) => `Seite ${at} von ${pages}`,
  draftKept:
    "Bis Sie senden, bleiben Ihre Antworten in diesem Browser. Sie können die Seite schließen und später weitermachen.",
  nothingAnswered: {
    title: "Noch ist nichts beantwortet",
    text: "Sie können jede Frage auslassen, aber bitte beantworten Sie mindestens eine, bevor Sie senden.",
  },
  sharedComputer: {
    label: "Diesen Computer benutzen auch andere",
    hint: "Dann bleibt nichts in diesem Browser: Sie antworten in einem Zug und können Ihre Antwort später nicht ändern.",
  },
  buttons: {
    start: "Beginnen",
    resume: "Dort weitermachen, wo ich war",
    startOver: "Von vorn beginnen",
    next: "Weiter",
    back: "Zurück",
    send: "Versiegeln und senden",
    sendCorrection: "Neue Antwort versiegeln und senden",
    correct: "Meine Antwort ändern",
    retry: "Noch einmal senden",
    reload: "Noch einmal versuchen",
  },
  busy: { loading: "Ihr Link wird geöffnet …", sending: "Wird versiegelt und gesendet …" },

  states: {
    answered: (facts) => ({
      title: "Ihre Antwort ist da",
      text: `Sie haben mit diesem Browser geantwortet. Bis zum Ende können Sie Ihre Antwort hier ändern. Geplantes Ende: ${closing(facts)}.`,
    }),
    answeredElsewhere: {
      title: "Dieser Link wurde schon benutzt",
      text: "Mit ihm wurde aus einem anderen Browser oder Gerät eine Antwort gesendet. Sie zählt; es bleibt nichts zu tun. Nur jener Browser kann sie noch ändern. Waren Sie es nicht, sagen Sie bitte der Stelle Bescheid, die Sie eingeladen hat.",
    },
    otherDevice: {
      title: "Schon auf einem anderen Gerät beantwortet",
      text: "Während Sie hier geantwortet haben, wurde mit Ihrem Link von woanders eine Antwort gesendet. Jene zählt; was Sie hier eingegeben haben, wurde nicht gesendet. Nur das andere Gerät kann sie ändern.",
    },
    expired: {
      title: "Dieser Link gilt nicht mehr",
      text: "Ein neuerer Link ist an seine Stelle getreten, oder die Einladung wurde zurückgezogen. Bitte benutzen Sie den Link aus der neuesten Mail.",
    },
    unknown: {
      title: "Diesen Link kennen wir nicht",
      text: "Vielleicht wurde er beim Kopieren abgeschnitten. Bitte öffnen Sie ihn direkt aus der Mail oder kopieren Sie ihn noch einmal ganz.",
    },
    closed: (facts) => ({
      title: "Diese Befragung ist beendet",
      text: `Geplantes Ende war: ${closing(facts)}. Antworten werden nicht mehr angenommen. Danke, dass Sie vorbeigeschaut haben.`,
    }),
    closedWhileAnswering: {
      title: "Die Befragung ist gerade beendet worden",
      text: "Sie endete, bevor Ihre Antwort ankam; deshalb wurde sie nicht angenommen. Nichts davon liegt auf dem Server.",
    },
    offline: {
      title: "Keine Verbindung",
      text: "Ihre Antworten sind noch in diesem Browser. Wenn Sie wieder verbunden sind, senden Sie noch einmal; doppelt zählen kann es nicht.",
    },
    retry: {
      title: "Das ist nicht angekommen",
      text: "Der Server konnte Ihre Antwort nicht annehmen. Sie ist noch in diesem Browser. Bitte senden Sie gleich noch einmal; doppelt zählen kann es nicht.",
    },
    mismatch: {
      title: "Etwas passt nicht zusammen",
      text: "Die Fragen, die ankamen, sind nicht die, die zu Beginn der Befragung versprochen wurden. Es wurde nichts gesendet. Bitte sagen Sie der Stelle Bescheid, die Sie eingeladen hat.",
    },
    invalid: {
      title: "Eine Antwort kann nicht gesendet werden",
      text: "Es wurde nichts gesendet, und alles, was Sie eingegeben haben, ist noch da. Bitte gehen Sie zurück und sehen Sie Ihre Texte durch: Einer ist vielleicht zu lang.",
    },
    browserTooOld: {
      title: "Dieser Browser kann Ihre Antwort nicht versiegeln",
      text: "Es wurde nichts gesendet. Bitte öffnen Sie Ihren Link in einer aktuellen Version von Chrome, Edge, Firefox oder Safari.",
    },
  },

  thanks: ({ organization, k, ...when }) => ({
    title: "Danke. Ihre versiegelte Antwort ist angekommen.",
    paragraphs: [
      `Sie bleibt versiegelt bis zum Ende. Geplantes Ende: ${closing(when)}. Dann werden alle Antworten gemeinsam geöffnet.`,
      `Gleich danach werden die Ergebnisse berechnet, nur für Gruppen von mindestens ${people(k)}. ${organizationName(organization)} wird Ihnen sagen, wo Sie sie sehen können.`,
      "Bis zum Ende können Sie Ihre Antwort ändern: Öffnen Sie Ihren Link noch einmal in diesem Browser. Kein anderer Browser kann das. In einem privaten Fenster endet das, wenn Sie das Fenster schließen.",
    ],
  }),

  code: {
    title: "Geben Sie den Code aus Ihrem Brief ein",
    text: "Er öffnet Ihren eigenen Fragebogen. Ansehen verbraucht nichts: Der Code gilt erst als benutzt, wenn Sie senden.",
    label: "Code",
    hint: "Groß oder klein, mit oder ohne Leerzeichen und Bindestriche.",
    button: "Öffnen",
    busy: "Wird geöffnet …",
    faults: {
      empty: "Bitte geben Sie den Code ein, der auf Ihrem Brief steht.",
      malformed:
        "Das ist kein vollständiger Code. Bitte vergleichen Sie ihn Zeichen für Zeichen mit Ihrem Brief.",
      unknown:
        "Diesen Code kennen wir nicht. Bitte vergleichen Sie ihn mit Ihrem Brief. Ein neuerer Brief ersetzt den älteren.",
      wait: "Von dieser Verbindung kamen zu viele Versuche. Es ist nichts verloren. Bitte versuchen Sie es in einigen Minuten noch einmal.",
      unreachable:
        "Der Server ist nicht erreichbar. Es ist nichts verloren. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
    },
  },
  reminders: {
    title: "Erinnerungen beenden?",
    text: "Sie bekommen dann keine Erinnerungen an diese Befragung mehr. Ihr Link gilt weiter: Sie können bis zum Ende antworten.",
    button: "Erinnerungen beenden",
    busy: "Wird beendet …",
    done: {
      title: "Keine Erinnerungen mehr",
      text: "Sie bekommen keine Erinnerungen an diese Befragung mehr. Mit dem Link aus Ihrer Einladung können Sie bis zum Ende antworten.",
    },
    unknown: {
      title: "Diesen Link kennen wir nicht",
      text: "Es wurde nichts geändert. Vielleicht wurde er beim Kopieren abgeschnitten: Bitte öffnen Sie ihn direkt aus der Mail.",
    },
    failed: {
      title: "Das hat nicht geklappt",
      text: "Die Erinnerungen sind noch nicht beendet. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
    },
  },
}
