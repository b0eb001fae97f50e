import type { DescribedFile, ImportSettings } from "../api.ts"

export type Column = DescribedFile["columns"][number]
export type Role = Column["role"]

/** What HR has said so far of a file of old answers. */
export interface ImportDraft {
  name: string
  closedOn: string
  k: number
  asked: number
  roles: Record<string, Role>
  /** Values of the layer column from the top down. */
  layers: string[]
  topics: { id: string; name: string }[]
  items: Record<string, { topic: string; text: string; reverse: boolean }>
  /** By text in a column of questions: 1 to 5, 0 cannot say, null not answered. */
  answers: Record<string, number | null>
}

export const NO_TOPIC = ""

/** What a file seems to say, to be corrected by HR. */
export function firstDraft({ columns, rows, topics }: DescribedFile, fileName: string): ImportDraft {
  const roles = Object.fromEntries(columns.map(({ header, role }) => [header, role]))
  const managers = columns.filter(({ role }) => role === "manager")
  // Whom a file names as managers says less than its own columns of layers and units.
  if (columns.some(({ role }) => role === "layer" || role === "unit"))
    for (const { header } of managers) roles[header] = "none"
  for (const role of ["layer", "person", "manager"] as const) onlyFirst(roles, role)
  limitUnits(roles, columns)
  return {
    name: fileName.replace(/\.[^.]+$/, "").slice(0, 120),
    closedOn: "",
    k: 10,
    asked: rows,
    roles,
    layers: layersOf(columns, roles),
    topics,
    items: Object.fromEntries(
      columns.map(({ header, text }) => [
        header,
        { topic: NO_TOPIC, text: text.slice(0, 500), reverse: false },
      ]),
    ),
    answers: {},
  }
}

function onlyFirst(roles: Record<string, Role>, role: Role): void {
  const [, ...others] = Object.keys(roles).filter((header) => roles[header] === role)
  for (const header of others) roles[header] = "none"
}

function limitUnits(roles: Record<string, Role>, columns: readonly Column[]): void {
  // One unit a person is no unit.
  for (const { header, values, filled } of columns)
    if (roles[header] === "unit" && values?.length === filled) roles[header] = "none"
  const units = Object.keys(roles).filter((header) => roles[header] === "unit")
  for (const header of units.slice(3)) roles[header] = "none"
}

/** The layers as they stand in the file: fewest people first, as in most organizations. */
function layersOf(columns: readonly Column[], roles: Record<string, Role>): string[] {
  const found = columns.find(({ header }) => roles[header] === "layer")
  return [...(found?.values ?? [])]
    .sort((a, b) => a.rows - b.rows)
    .slice(0, 20)
    .map(({ value }) => value)
}

export function setRole(
  draft: ImportDraft,
  columns: readonly Column[],
  header: string,
  role: Role,
): ImportDraft {
  const roles = { ...draft.roles }
  if (role === "layer" || role === "person" || role === "manager")
    for (const other of Object.keys(roles)) if (roles[other] === role) roles[other] = "none"
  roles[header] = role
  const touched = role === "layer" || draft.roles[header] === "layer"
  return { ...draft, roles, layers: touched ? layersOf(columns, roles) : draft.layers }
}

/** One place up or down. */
export function moveLayer(draft: ImportDraft, at: number, by: -1 | 1): ImportDraft {
  const layers = [...draft.layers]
  const [moved] = layers.splice(at, 1)
  if (moved !== undefined) layers.splice(at + by, 0, moved)
  return { ...draft, layers }
}

/** A topic of one's own; one of the same name is not made twice. */
export function addTopic(draft: ImportDraft, name: string): ImportDraft {
  const known = draft.topics.some((topic) => topic.name.toLowerCase() === name.toLowerCase())
  if (known || name === "") return draft
  const used = new Set(draft.topics.map(({ id }) => id))
  let number = 1
  while (used.has(`own-topic-${number}`)) number++
  return { ...draft, topics: [...draft.topics, { id: `own-topic-${number}`, name }] }
}

/** All questions without a topic. */
export function fillTopic(draft: ImportDraft, topic: string): ImportDraft {
  const items = Object.fromEntries(
    Object.entries(draft.items).map(([header, item]) => [
      header,
      draft.roles[header] === "item" && item.topic === NO_TOPIC ? { ...item, topic } : item,
    ]),
  )
  return { ...draft, items }
}

const inFile = (draft: ImportDraft, role: Role) =>
  Object.keys(draft.roles).filter((header) => draft.roles[header] === role)

/** What is still missing, each in a sentence. */
export function faults(draft: ImportDraft, today: string): string[] {
  const questions = inFile(draft, "item")
  const loose = questions.filter((header) => draft.items[header]?.topic === NO_TOPIC).length
  const places = ["layer", "unit", "manager"].some((role) => inFile(draft, role as Role).length > 0)
  const found: (string | false)[] = [
    draft.name.trim() === "" && "Give the survey a name.",
    draft.closedOn === "" && "Say on which day people could answer last.",
    draft.closedOn > today && "That day is still to come.",
    questions.length === 0 && "Choose at least one column as a question.",
    !places && "Choose a column that says where people stand: their layer, their unit, or their manager.",
    inFile(draft, "manager").length > 0 &&
      inFile(draft, "person").length === 0 &&
      "To follow managers, choose the column with the id of each person.",
    inFile(draft, "unit").length > 3 && "Choose at most three columns of units.",
    loose > 0 && `Choose a topic for ${loose === 1 ? "1 question" : `${loose} questions`}.`,
  ]
  return found.filter((one) => one !== false)
}

/** As the server reads it. Managers count where a file has no layers and no units. */
export function settingsOf(draft: ImportDraft): ImportSettings {
  const [layer] = inFile(draft, "layer")
  const [manager] = inFile(draft, "manager")
  const units = inFile(draft, "unit")
  const byManager = manager !== undefined && layer === undefined && units.length === 0
  const items = inFile(draft, "item").map((header) => {
    const item = draft.items[header]
    const text = item?.text.trim() ?? ""
    return {
      column: header,
      construct: item?.topic ?? NO_TOPIC,
      text: text === "" ? header.slice(0, 500) : text,
      reverse: item?.reverse ?? false,
    }
  })
  return {
    name: draft.name.trim(),
    closedOn: draft.closedOn,
    k: draft.k,
    asked: draft.asked,
    topics: draft.topics.filter(({ id }) => items.some(({ construct }) => construct === id)),
    mapping: {
      place: byManager
        ? { kind: "managers", manager }
        : {
            kind: "units",
            layer: layer === undefined ? null : { column: layer, order: draft.layers },
            units,
          },
      person: inFile(draft, "person")[0] ?? null,
      items,
      answers: draft.answers,
    },
  }
}

/** Texts in columns of questions, the most frequent first: what they mean can be said by hand. */
export function answerTexts(
  columns: readonly Column[],
  draft: ImportDraft,
): { value: string; rows: number }[] {
  const found = new Map<string, number>()
  for (const { header, values } of columns) {
    if (draft.roles[header] !== "item") continue
    for (const { value, rows } of values ?? []) found.set(value, (found.get(value) ?? 0) + rows)
  }
  return [...found]
    .map(([value, rows]) => ({ value, rows }))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, 60)
}
