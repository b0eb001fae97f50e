import type { Instrument } from "@throughline/instrument"

/** Two topics, two pages, two languages of which one is not complete. For tests. */
export const small: Instrument = {
  id: "small",
  version: 1,
  name: { en: "Small", de: "Klein" },
  constructs: [
    {
      id: "aims",
      name: { en: "Aims", de: "Ziele" },
      about: {},
      page: { en: "Our aims", de: "Unsere Ziele" },
    },
    { id: "teams", name: { en: "Teams", de: "Teams" }, about: {}, page: {} },
  ],
  questions: [
    likert("aims-1", "aims", "I know our aims.", "Ich kenne unsere Ziele."),
    likert("aims-2", "aims", "Our aims make sense.", "Unsere Ziele sind sinnvoll."),
    likert("aims-3", "aims", "Our aims change too often.", "Unsere Ziele ändern sich zu oft."),
    likert("teams-1", "teams", "Teams help each other.", "Teams helfen einander."),
    {
      type: "choice",
      id: "heard",
      text: { en: "Who told you?", de: "Wer hat es Ihnen gesagt?" },
      choices: [
        { id: "boss", text: { en: "My manager", de: "Meine Führungskraft" } },
        { id: "nobody", text: { en: "Nobody" } },
      ],
    },
    {
      type: "text",
      id: "how",
      text: { en: "How was it said?" },
      maxLength: 200,
      lines: 2,
      unless: { question: "heard", choice: "nobody" },
    },
    { type: "text", id: "more", text: { en: "Anything else?" }, maxLength: 800, lines: 4 },
  ],
  pages: [
    {
      id: "hearing",
      title: { en: "What you heard", de: "Was Sie gehört haben" },
      questions: ["heard", "how"],
    },
    { id: "end", title: { en: "At the end" }, questions: ["more"] },
  ],
  composites: [{ id: "both", name: { en: "Both" }, constructs: ["aims", "teams"] }],
}

function likert(id: string, construct: string, en: string, de: string): Instrument["questions"][number] {
  return { type: "likert", id, construct, text: { en, de }, audience: "everyone" }
}
