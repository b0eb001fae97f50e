import type { HowTexts } from "../how-texts.ts"

export const how: HowTexts = {
  title: "Woher weiß ich das?",
  lead: "Sie müssen uns nicht glauben. Hier steht, wie Ihre Antwort ohne Ihren Namen hineinkommt, und was dieser Browser Ihnen selbst davon zeigen kann.",
  steps: [
    {
      title: "Ein Zettel in einem Umschlag mit Kohlepapier",
      text: "Ihr Browser würfelt eine lange Zufallszahl, den Stimmschlüssel, wie auf einem leeren Zettel. Er steckt den Zettel in einen Umschlag, der mit Kohlepapier gefüttert ist, und schließt ihn.",
    },
    {
      title: "Der Umschlag wird gestempelt",
      text: "Sie geben den Umschlag zusammen mit Ihrem Link ab. Der Server sieht, dass Sie eingeladen sind und Ihr Link nicht benutzt wurde, und stempelt außen. Der Stempel drückt sich auf den Zettel durch. Den Zettel sieht der Server nie.",
    },
    {
      title: "Der Zettel kommt gestempelt heraus",
      text: "Ihr Browser öffnet den Umschlag und wirft ihn weg. Der Zettel trägt nun einen echten Stempel, denselben wie jeder andere Zettel Ihrer Gruppe. Niemand kann sagen, in welchem Umschlag er war.",
    },
    {
      title: "Zettel und verschlossene Kiste kommen in die Urne",
      text: "Ihre Antworten liegen in einer verschlossenen Kiste. Kiste und Zettel werden zusammen eingeworfen, ohne Ihren Link. Der Stempel zeigt, dass jemand Eingeladenes antwortet, nicht wer.",
    },
  ],
  requests: {
    title: "Was dieser Browser sendet",
    before:
      "Aus diesem Browser wurde noch nichts gesendet. Danach stehen hier die wirklichen Bytes, gekürzt.",
    after:
      "Das sind die wirklichen Bytes, die dieser Browser gesendet hat, gekürzt. Ihr Link steht nur auf einer Seite.",
    withLink: "Zuerst, mit Ihrem Link",
    withoutLink: "Dann, ohne Ihren Link",
    labels: {
      link: "Ihr Link",
      blinded: "Der geschlossene Umschlag",
      group: "Nummer Ihrer Gruppe",
      ballotKey: "Der Zettel: der Stimmschlüssel",
      credential: "Der Stempel",
      sealed: (bytes) => `Die verschlossene Kiste: Ihre Antworten, ${bytes} Bytes, so viele wie bei allen`,
      signature: "Unterschrift des Stimmschlüssels",
    },
    nothingShared: "Dieser Browser hat nachgesehen: Nichts aus der ersten Anfrage kommt in der zweiten vor.",
    forgotten:
      "Dieser Browser hat nachgesehen: Ihr Link kommt in der zweiten Anfrage nicht vor. Den geschlossenen Umschlag hat er schon vergessen, damit nichts, was hier liegt, sagt, welcher Umschlag zu welchem Stempel gehörte.",
    shared:
      "Etwas aus der ersten Anfrage kommt in der zweiten vor. Das darf nicht sein. Bitte sagen Sie es in Ihrem Umfeld.",
  },
  terms: {
    title: "Was die Wörter bedeuten",
    entries: [
      {
        term: "Versiegelt",
        text: "So verschlüsselt, dass nur der Schlüssel der Befragung es öffnet. Er wird einmal benutzt, nach dem Ende, für alle Antworten zusammen.",
      },
      {
        term: "Blinde Signatur",
        text: "Der Stempel durch das Kohlepapier: eine Unterschrift auf etwas, das niemand beim Unterschreiben zu sehen bekommt.",
      },
      {
        term: "Stimmschlüssel",
        text: "Eine Zahl, die nur dieser Browser hat. Wer sie hat, kann den Stimmzettel bis zum Ende ersetzen oder zurückziehen.",
      },
      {
        term: "Ihre Gruppe",
        text: "Die Personen, die zusammen gezählt werden. Alle Zettel einer Gruppe tragen denselben Stempel.",
      },
      {
        term: "Sechs Wörter",
        text: "Ein Fingerabdruck des ganzen Versprechens: Termine, Gruppen, Schlüssel, Fragen und der Fingerabdruck dieser Seite. Andere Wörter bedeuten ein anderes Versprechen.",
      },
      {
        term: "Beleg",
        text: "Eine Zufallszahl in Ihrer verschlossenen Kiste. Nach dem Ende werden alle Belege alphabetisch veröffentlicht. Ist Ihrer dabei, wurde Ihre Antwort geöffnet und gezählt. Was Sie geantwortet haben, verrät er nicht.",
      },
    ],
  },
  kept: { title: "Was in diesem Browser bleibt" },
  fingerprint: {
    title: "Ist das die versprochene Seite?",
    text: "Das Versprechen enthält einen Fingerabdruck dieser Seite mit all ihren Programmen. Dieser Browser kann sie noch einmal holen und vergleichen. Aber eine Seite, die Sie täuscht, könnte Sie auch hier täuschen: Am meisten wert ist der Vergleich, wenn ihn jemand anderes mit einem anderen Programm macht.",
    button: "Diese Seite vergleichen",
    busy: "Wird verglichen …",
    fits: "Die Fingerabdrücke sind gleich: Das ist die versprochene Seite.",
    differs:
      "Die Fingerabdrücke sind verschieden: Das ist nicht die Seite, die zu Beginn der Befragung versprochen wurde. Es kann einen harmlosen Grund geben, etwa eine neue Version. Bitte fragen Sie, bevor Sie antworten, wer den Server betreibt.",
    none: "Das Versprechen dieser Befragung nennt keinen Fingerabdruck der Seite.",
    unreachable:
      "Die Dateien konnten nicht geholt werden. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
  },
  receipt: {
    title: "Wurde meine Antwort gezählt?",
    text: "Nach dem Ende holt dieser Browser die Liste aller Belege, ohne Ihren Link, und sucht Ihren darin. Der Server erfährt nicht, welchen Sie suchen.",
    none: "In diesem Browser liegt kein Beleg. Sie können einen eingeben, den Sie aufbewahrt haben.",
    save: "Beleg als Text aufbewahren",
    file: "Beleg meiner versiegelten Antwort. Er verrät nicht, was ich geantwortet habe.",
    label: "Beleg",
    malformed: "Ein Beleg hat 22 Buchstaben und Ziffern. Bitte prüfen Sie Ihre Eingabe.",
    search: "Danach suchen",
    busy: "Wird gesucht …",
    found: (all) => `Er ist dabei, unter ${all}: Diese Antwort wurde geöffnet und gezählt.`,
    missing: (all) =>
      `Er ist nicht unter den ${all}, die gezählt wurden. Haben Sie Ihre Antwort zurückgezogen, ist das richtig. Wenn nicht, sagen Sie es bitte in Ihrem Umfeld und der Stelle, die Sie eingeladen hat.`,
    open: "Es gibt noch keine Liste. Sie wird nach dem Ende veröffentlicht; haben zu wenige geantwortet, gibt es keine.",
    unreachable:
      "Die Liste konnte nicht geholt werden. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
  },
  back: "Zurück",
  survey: {
    title: "Was diese Befragung verspricht",
    lead: "Diese Seite ist für alle gleich. Sie fragt nach keinem Link und weiß nicht, wer Sie sind.",
    state: "Stand",
    states: {
      open: "Noch keine Liste der Belege: läuft, oder mit zu wenigen Antworten beendet",
      closed: "Beendet",
    },
    closes: "Geplantes Ende",
    groups: "Gruppen",
    fingerprint: "Fingerabdruck des Versprechens",
    key: "Wer den Schlüssel hat, der die Antworten öffnet",
    byServer: "Der Server, außerhalb seiner Datenbank, bis zum Ende",
    byTrustees: (names) => `${names}: zwei davon gemeinsam; der Server hat ihn nie`,
    readers: "Wer Kommentare einzeln liest",
    nobody: "Niemand",
    receipts: "Gezählte Antworten",
    unknown: {
      title: "Eine solche Befragung gibt es hier nicht",
      text: "Vielleicht wurde die Adresse beim Kopieren abgeschnitten, oder die Befragung hat noch nicht begonnen.",
    },
  },
}
