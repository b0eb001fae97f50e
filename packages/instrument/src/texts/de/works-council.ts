import type { WorksCouncilFacts, WorksCouncilPage } from "../facts.ts"
import { languagesIn, listed, namesIn } from "../lists.ts"
import { number } from "../locale.ts"
import { oneLine } from "../names.ts"
import { page } from "./page.ts"
import { closing, days, minutes, moment, organizationName, people, surveyName } from "./words.ts"

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
  const survey = `„${surveyName(facts.survey)}“`
  const group = people(k)
  const words = people(Math.max(k, 10))
  const opens = facts.opensAt === null ? "mit dem Start" : moment(facts.opensAt, facts.timeZone)
  const everybody = departments === null && layers === null
  const reminded = listed(reminders.map(days), "de")
  const { limits } = page.promise({ ...facts, invitedInGroup: k })
  return {
    title: `${survey}: Angaben für die Arbeitnehmervertretung`,
    sections: [
      {
        title: "Zweck",
        paragraphs: [
          direction
            ? `${organizationName(facts.organization)} möchte wissen, wie gut Mission, Vision und Strategie auf den verschiedenen Ebenen ankommen und wo sie unterwegs verloren gehen, um sie dort besser zu erklären.`
            : `${organizationName(facts.organization)} möchte wissen, wie die Menschen auf den verschiedenen Ebenen die unten genannten Themen sehen, um dort etwas zu verbessern.`,
          "Leistung oder Verhalten einzelner Personen werden mit der Befragung nicht beurteilt.",
        ],
      },
      {
        title: "Wer gefragt wird",
        paragraphs: [
          `${invited === null ? "Es sind noch keine Personen importiert." : `Insgesamt ${people(invited)}.`} ${everybody ? "Eingeladen sind alle aus der Personendatei." : ""}`.trim(),
          ...(departments === null
            ? []
            : [`Nur diese Abteilungen: ${listed(departments.map(oneLine), "de")}.`]),
          ...(layers === null ? [] : [`Nur die ersten ${number(layers, "de")} Ebenen des Organigramms.`]),
          "Die Teilnahme ist freiwillig. Niemand bekommt gezeigt, wer geantwortet hat und wer nicht.",
        ],
      },
      {
        title: "Was gefragt wird",
        paragraphs: [
          `Höchstens ${number(facts.questions, "de")} Fragen, etwa ${minutes(facts.minutes ?? 6)}. Jede Frage kann ausgelassen werden.`,
          `Themen: ${listed(facts.topics, "de")}.`,
          ...(recognition
            ? [
                "Bei einigen Fragen sollen die Mission und die offiziellen Prioritäten wiedererkannt werden. Auch sie werden nur für Gruppen gezählt.",
              ]
            : []),
          ...(ownWords
            ? [
                "Einige Fragen lassen sich in eigenen Worten beantworten. Die Seite bittet darum, dort keine Personen zu nennen.",
              ]
            : []),
        ],
      },
      {
        title: "Welche personenbezogenen Daten verarbeitet werden",
        paragraphs: [
          "Alle liegen in der eigenen Installation der Organisation. An Dritte geht nichts außer den Mails selbst. Zu einer Antwort werden weder Name noch Mailadresse, Uhrzeit oder Gerät gespeichert.",
        ],
        rows: {
          head: ["Daten", "Wozu", "Wie lange"],
          body: [
            [
              "Name, Mailadresse, Führungskraft, Abteilung und was die Personendatei sonst enthält",
              "Einladen, Gruppen bilden",
              "solange die Organisation sie behält",
            ],
            [
              "Ob ein Link benutzt wurde",
              "nur eine Antwort annehmen, Erinnerungen auswählen",
              "bis zum Ende der Befragung",
            ],
            [
              "Die versiegelte Antwort mit ihrer Gruppe",
              "sichere Aufbewahrung bis zum Ende",
              "bis zum Ende der Befragung",
            ],
            [
              "Die geöffneten Antworten mit ihrer Gruppe, ohne Namen, gemischt",
              "Ergebnisse berechnen",
              "solange die Organisation die Befragung behält",
            ],
            ...(ownWords
              ? [
                  [
                    "Eigene Worte, getrennt von den übrigen Antworten, gemischt",
                    `Lesen in Gruppen von mindestens ${words}, die geantwortet haben`,
                    "solange die Organisation die Befragung behält; gar nicht, wenn weniger antworten",
                  ],
                ]
              : []),
            [
              `Ergebnisse von Gruppen ab ${group}`,
              "zeigen und besprechen",
              "solange die Organisation die Befragung behält",
            ],
            [
              "Konten von Personalabteilung, Auswertung und Führungskräften: Name, Mailadresse, unkenntlich gemachtes Passwort, Rolle und bei Führungskräften, wer sie im Organigramm sind",
              "Anmelden, jeder Rolle nur zeigen, was sie sehen darf",
              "bis die Personalabteilung das Konto entfernt",
            ],
            [
              "Mailadressen, die ein Mailserver abgewiesen hat",
              "nicht noch einmal dorthin schreiben, zeigen, welche zu berichtigen sind",
              "bis die Personalabteilung eine Adresse bestätigt; sonst solange die Organisation ihre Daten behält",
            ],
            [
              "Die Personen, wie sie vor dem letzten Import waren",
              "diesen Import rückgängig machen",
              "bis zum nächsten Import oder bis er rückgängig gemacht ist",
            ],
            [
              "Wer Briefe zum Drucken abgerufen hat, wann und wie viele",
              "alle in der Personalabteilung sehen lassen, wer die Codes in der Hand hatte",
              "solange die Organisation die Befragung behält",
            ],
          ],
        },
      },
      {
        title: "Wer was sieht",
        paragraphs: [
          "Keine Seite, kein Export und keine Schnittstelle zeigt die Antwort einer einzelnen Person.",
        ],
        rows: {
          head: ["Rolle", "Sieht"],
          body: [
            [
              "Personalabteilung",
              `die Personendatei und wen sie eingeladen hat; während der Befragung Rücklaufquoten von Gruppen ab 40 Personen, auf 5 % gerundet und einmal am Tag erneuert; danach Ergebnisse von Gruppen ab ${group}`,
            ],
            ["Auswertung", `nach dem Ende Ergebnisse von Gruppen ab ${group}`],
            [
              "Führungskraft",
              `nur vom eigenen Bereich und den Bereichen darunter: während der Befragung dieselben gerundeten Rücklaufquoten wie die Personalabteilung; nach dem Ende Ergebnisse von Gruppen ab ${group}`,
            ],
            ["Betrieb des Servers", "siehe „Was nicht abgedeckt ist“"],
          ],
        },
      },
      {
        title: "Wie Antworten versiegelt und geöffnet werden",
        paragraphs: [
          "Der Browser verschlüsselt jede Antwort, bevor sie gesendet wird. Der Server bewahrt sie verschlossen auf, ohne Namen, Uhrzeit oder Nummer.",
          "Mit dem persönlichen Link holt der Browser nur eine blinde Signatur: Der Server unterschreibt etwas, das er nicht lesen kann. Die versiegelten Antworten werden ohne den Link gesendet; nichts Gespeichertes führt also von einer Antwort zu einer Person.",
          "Erst nach dem Ende öffnet das Programm alle Antworten auf einmal und in gemischter Reihenfolge und legt Gruppen zusammen, bis in jeder genug Personen geantwortet haben. Vorher bekommt niemand ein Ergebnis zu sehen, auch kein vorläufiges.",
          "Ein Ende vor dem geplanten Termin braucht die Zustimmung einer zweiten Person aus der Personalabteilung.",
        ],
      },
      {
        title: "Was wann gelöscht wird",
        paragraphs: [
          "Mit dem Ende: die versiegelten Antworten, die Angabe, welche Links benutzt wurden, und der Schlüssel, der die Antworten öffnet.",
          "Im Browser der Befragten: die Antworten, sobald sie gesendet sind; Schlüssel und Beleg des Stimmzettels und ein nie gesendeter Entwurf, spätestens wenn dieser Browser mehr als drei Monate nach dem geplanten Ende wieder eine solche Seite öffnet; auf Wunsch der Person sofort.",
        ],
      },
      {
        title: "Erinnerungen",
        paragraphs: [
          ...(reminders.length === 0
            ? ["Diese Befragung sendet keine Erinnerungen."]
            : [
                `Das Programm erinnert alle, die noch nicht geantwortet haben, ${reminded} vor dem Ende. Es wählt sie selbst aus und zeigt niemandem eine Liste.`,
                "Alle können Erinnerungen mit einem Link in der Mail beenden und trotzdem noch antworten.",
                "Was das nicht abdeckt: Wer den Mailserver betreibt, kann sehen, wer eine Erinnerung bekam und also bis dahin nicht geantwortet hatte.",
              ]),
        ],
      },
      {
        title: "Keine Auswertung einzelner Personen",
        paragraphs: [
          `Für einzelne Personen wird nichts berechnet. Ergebnisse von weniger als ${group} bleiben verborgen, und was gezeigt wird, ist darauf geprüft, dass auch das Abziehen von Zahlen keine kleinere Gruppe ergibt.`,
          "Das Ergebnis eines Bereichs lässt sich als Aussage über seine Leitung lesen. Wir schlagen vor zu vereinbaren, dass Ergebnisse weder zur Beurteilung von Führungskräften noch für Entscheidungen über sie verwendet werden.",
        ],
      },
      {
        title: "Was nicht abgedeckt ist",
        paragraphs: [
          ...limits.points,
          ...(facts.printedCodes
            ? [
                "Gedruckte Briefe enthalten das Recht zu antworten: Wer sie druckt oder verteilt, könnte mit ihnen antworten. Das Programm hält fest, wer sie wann abgerufen hat.",
              ]
            : []),
          "In Gruppen von weniger als zehn Personen werden Anteile nahe den Enden nur als „mindestens“ oder „höchstens“ angegeben. Nachbargruppen können eine solche Grenze verengen, aber nie unter die kleinste Gruppe.",
        ],
      },
      {
        title: "Änderungen",
        paragraphs: [
          "Fragen, Eingeladene, Gruppen und die kleinste Gruppengröße stehen mit dem Start fest. Wer sie ändern will, braucht eine neue Befragung.",
          "Während der Befragung kann sich nur der Termin des Endes ändern. Die Befragten sehen immer den geplanten Termin.",
        ],
      },
      {
        title: "Die Einstellungen auf einen Blick",
        paragraphs: [],
        rows: {
          head: ["Einstellung", "Wert"],
          body: [
            ["Befragung", surveyName(facts.survey)],
            ["Beginn", opens],
            ["Geplantes Ende", closing(facts)],
            ["Sprachen", languagesIn(facts.languages, "de")],
            ["Eingeladene Personen", invited === null ? "noch nicht bekannt" : number(invited, "de")],
            ["Kleinste gezeigte Gruppe", group],
            ["Kleinste Gruppe für eigene Worte", ownWords ? words : "keine solchen Fragen"],
            ...(ownWords
              ? [["Wer eigene Worte liest", readers.length === 0 ? "niemand" : namesIn(readers, "de")]]
              : []),
            ["Erinnerungen", reminders.length === 0 ? "keine" : `${reminded} vor dem Ende`],
            ["Gedruckte Codes für Personen ohne Mail", facts.printedCodes ? "ja" : "nein"],
          ],
        },
      },
    ],
  }
}
