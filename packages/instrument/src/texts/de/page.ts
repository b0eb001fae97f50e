import { namesIn } from "../lists.ts"
import type { PageTexts } from "../page-texts.ts"
import { closing, minutes, organizationName, people } from "./words.ts"

export const page: PageTexts = {
  language: "de",
  direction: "ltr",
  windowTitle: "Ihre Antwort, versiegelt",

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
        title: "Ihre Antworten reisen ohne Ihren Link",
        text: "Mit Ihrem Link holt diese Seite nur eine Unterschrift, und zwar auf etwas, das der Server nicht lesen kann (eine blinde Signatur). Ihre versiegelten Antworten werden danach für sich gesendet, ohne den Link. So findet auch, wer den Server betreibt, im Gespeicherten nichts, was von einer Antwort zu Ihnen führt.",
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
        text: `Ihre Antworten werden in diesem Browser versiegelt (verschlüsselt), bevor sie gesendet werden, und versiegelt aufbewahrt, bis die Befragung endet. Geplantes Ende: ${closing(facts)}; sie kann früher geschlossen werden. Dann werden alle Antworten gemischt und gemeinsam auf einmal geöffnet.${trustees.length === 0 ? "" : ` Der Schlüssel ist aufgeteilt unter ${namesIn(trustees, "de")}: Es braucht zwei davon, und der Server hat ihn nie.`}`,
      },
      ...(ownWords
        ? [
            {
              title: "Was Sie selbst schreiben",
              text: `Ihre eigenen Worte werden getrennt von Ihren übrigen Antworten und gemischt aufbewahrt, in Gruppen von mindestens ${people(Math.max(k, 10))}, die geantwortet haben. Antworten insgesamt weniger, werden Ihre Worte nicht behalten. ${reviewers.length === 0 ? "Niemand liest sie einzeln. " : `Gelesen werden sie von ${namesIn(reviewers, "de")}. `}Vielleicht erkennt jemand Ihre Art zu schreiben: Lassen Sie Namen weg und alles, was nur Sie wissen können.`,
            },
          ]
        : []),
    ],
    limits: {
      title: "Wovor Sie das nicht schützt",
      points: [
        trustees.length === 0
          ? "Wer den Server betreibt, verwahrt auch den Schlüssel, der die Antworten öffnet, außerhalb der Datenbank; das Programm benutzt ihn erst nach dem Ende. Wer den Server betreibt, das Programm verändert und zu jeder Anfrage Zeitpunkt und Verbindung mitschreibt, könnte eine Antwort damit öffnen und aus den Zeiten schließen, von wem sie ist. Diese Version kann das nicht ausschließen."
          : `Zwei von denen, die Teile des Schlüssels haben (${namesIn(trustees, "de")}), könnten die Antworten vor dem Ende öffnen. Zusammen mit jemandem, der den Server betreibt und zu jeder Anfrage Zeitpunkt und Verbindung mitschreibt, könnten sie aus den Zeiten schließen, von wem eine Antwort ist.`,
        "Wer die Personenliste anlegt, könnte erfundene Personen in Ihre Gruppe setzen, für sie antworten und so Ihre Antwort errechnen.",
        "Diese Seite selbst kommt vom Server, der Ihnen ein anderes Programm schicken könnte als Ihrem Umfeld. Die sechs Wörter zeigen, ob Ihnen allen dasselbe versprochen wurde. Ob diese Seite sich daran hält, können sie nicht zeigen.",
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
    hint: "Dann bleibt nichts in diesem Browser: Sie antworten in einem Zug, lassen die Seite offen, bis sie sich bedankt, und können Ihre Antwort später weder ändern noch zurückziehen.",
  },
  buttons: {
    start: "Beginnen",
    resume: "Dort weitermachen, wo ich war",
    startOver: "Von vorn beginnen",
    next: "Weiter",
    back: "Zurück",
    send: "Versiegeln und senden",
    sendCorrection: "Neue Antwort versiegeln und senden",
    correct: "Meine Antworten ändern",
    retry: "Noch einmal senden",
    reload: "Noch einmal versuchen",
  },
  busy: { loading: "Ihr Link wird geöffnet …", sending: "Wird versiegelt und gesendet …" },

  states: {
    answered: (facts) => ({
      title: "Ihre Antwort ist da",
      text: `Sie haben mit diesem Browser geantwortet. Bis zum Ende können Sie Ihre Antwort hier ändern oder zurückziehen. Geplantes Ende: ${closing(facts)}. Was Sie geantwortet haben, bewahrt dieser Browser nicht mehr auf: Sie würden neu antworten.`,
    }),
    answeredElsewhere: {
      title: "Dieser Link wurde schon benutzt",
      text: "Mit ihm wurde aus einem anderen Browser oder Gerät geantwortet, und je Link zählt eine Antwort. Wurde das Senden dort unterbrochen, öffnen Sie den Link dort noch einmal: Es geht weiter. Nur jener Browser kann die Antwort ändern oder zurückziehen. Waren Sie es nicht, sagen Sie bitte der Stelle Bescheid, die Sie eingeladen hat.",
    },
    otherDevice: {
      title: "Schon auf einem anderen Gerät benutzt",
      text: "Während Sie hier geantwortet haben, wurde mit Ihrem Link von woanders geantwortet. Was Sie hier eingegeben haben, wurde nicht gesendet. Wurde das Senden dort unterbrochen, öffnen Sie den Link dort noch einmal: Es geht weiter. Nur jenes Gerät kann die Antwort ändern oder zurückziehen.",
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
    otherPromise: {
      title: "Dieser Link bekam ein anderes Versprechen",
      text: "Das Versprechen, das mit Ihrem Link kam, ist nicht das, welches für alle in dieser Befragung veröffentlicht ist. Vielleicht versucht jemand, Ihre Antwort von den anderen zu unterscheiden. Es wurde nichts gesendet, und diese Seite geht nicht weiter. Bitte zeigen Sie das in Ihrem Umfeld und sagen Sie der Stelle Bescheid, die Sie eingeladen hat.",
    },
    changedPromise: {
      title: "Das Versprechen hat sich geändert",
      text: "Als dieser Browser die Befragung zuvor öffnete, galt ein anderes Versprechen. Solange eine Befragung läuft, darf es sich nie ändern. Es wurde nichts gesendet, und diese Seite geht nicht weiter. Bitte zeigen Sie das in Ihrem Umfeld und sagen Sie der Stelle Bescheid, die Sie eingeladen hat.",
    },
    forged: {
      title: "Die Unterschrift ist nicht die versprochene",
      text: "Der Server hat nicht mit dem veröffentlichten Schlüssel Ihrer Gruppe unterschrieben. Ein Schlüssel nur für Sie könnte Ihre Antwort kenntlich machen. Ihre Antwort wurde nicht gesendet, und diese Seite geht nicht weiter. Bitte zeigen Sie das in Ihrem Umfeld und sagen Sie der Stelle Bescheid, die Sie eingeladen hat.",
    },
    withdrawn: (facts) => ({
      title: "Von Ihnen zählen keine Antworten",
      text: `Mit diesem Browser haben Sie gesagt, dass Sie nicht teilnehmen, oder Ihre Antworten zurückgezogen. Ein leerer Stimmzettel, versiegelt wie jeder andere, steht an ihrer Stelle, und es kommen keine Erinnerungen mehr. Bis zum Ende können Sie hier noch antworten. Geplantes Ende: ${closing(facts)}.`,
    }),
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
      "Bis zum Ende können Sie Ihre Antwort ändern oder zurückziehen: Öffnen Sie Ihren Link noch einmal in diesem Browser. Kein anderer Browser kann das. In einem privaten Fenster endet das, wenn Sie das Fenster schließen.",
    ],
  }),

  keptAfterSending: (lasting) =>
    lasting
      ? "Was Sie geantwortet haben, bleibt nicht in diesem Browser, sobald Sie diese Seite verlassen. Er behält einen Schlüssel und eine Unterschrift, mit denen Sie Ihre Antwort bis zum Ende ändern oder zurückziehen können, und einen Beleg, mit dem Sie nach dem Ende prüfen können, dass sie gezählt wurde."
      : "Dieser Browser behält nichts, wenn Sie diese Seite schließen. Möchten Sie nach dem Ende prüfen, ob Ihre Antwort gezählt wurde, bewahren Sie vorher den Beleg als Text auf.",
  sixWords: {
    title: "Das Versprechen in sechs Wörtern",
    text: "Dieser Browser hat sie aus dem Versprechen errechnet. Vergleichen Sie sie mit denen anderer Eingeladener und mit denen in Ihrer Mail. Unterscheidet sich auch nur ein Wort, wurde Ihnen Verschiedenes versprochen: Dann antworten Sie nicht und sagen Sie es laut.",
    group: (number) =>
      `Ihre Gruppe hat die Nummer ${number}. Vergleichen Sie auch sie: Eine Gruppe, in der sonst niemand ist, hätte eine Nummer, die sonst niemand hat.`,
    waiting: "Werden errechnet …",
  },
  withdraw: {
    offer: "Meine Antworten zurückziehen",
    consequence:
      "Ein leerer Stimmzettel, versiegelt wie jeder andere, tritt an ihre Stelle. Für den Server sieht das aus wie eine Änderung. Bis zum Ende können Sie von diesem Browser aus wieder antworten.",
    button: "Zurückziehen",
  },
  decline: {
    offer: "Ich nehme nicht teil",
    consequence:
      "Damit wird ein leerer Stimmzettel gesendet, versiegelt wie jeder andere. Für den Server sieht es aus, als hätten Sie geantwortet: Erinnerungen hören auf, und niemand kann sehen, dass Sie nicht teilgenommen haben. Bis zum Ende können Sie von diesem Browser aus noch antworten.",
    button: "Leeren Stimmzettel senden",
  },
  how: "Woher weiß ich das?",

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
