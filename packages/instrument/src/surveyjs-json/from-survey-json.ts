import { type Construct, type Instrument, languages, type Page } from "../instrument.ts"
import { exportMarkers, instrumentSchema } from "../instrument-schema.ts"
import { readElement } from "./elements.ts"
import { type Findings, MOST_FAULTS, type SurveyJsFault } from "./faults.ts"
import { idGiver } from "./ids.ts"
import { readText } from "./localized-text.ts"
import { plainFaults } from "./plain-json.ts"
import { checkProperties } from "./properties.ts"
import { type Reading, readMarker } from "./reading.ts"

/** `notes`: what could be left out, or is asked in another way. */
export type ReadSurvey = { instrument: Instrument; notes: SurveyJsFault[] } | { faults: SurveyJsFault[] }

/**
 * An instrument from SurveyJS JSON (forms of versions 1 to 3): all of it, or a fault for each property that is not on
 * the list of what Throughline reads. Nothing of the JSON but plain texts, ids and numbers reaches the instrument, and
 * the result has passed `instrumentSchema`. Never throws, whatever it is given.
 */
export function fromSurveyJson(json: unknown): ReadSurvey {
  const poisoned = plainFaults(json)
  if (poisoned.length > 0) return { faults: poisoned }
  if (!isRecord(json)) return { faults: [{ path: "", property: "", message: "This is no SurveyJS survey." }] }
  const findings: Findings = { faults: [], notes: [] }
  const instrument = readSurvey(json, findings)
  if (findings.faults.length > 0) return { faults: findings.faults.slice(0, MOST_FAULTS) }
  const checked = instrumentSchema.safeParse(instrument)
  if (checked.success) return { instrument: checked.data, notes: findings.notes.slice(0, MOST_FAULTS) }
  return {
    faults: checked.error.issues.slice(0, MOST_FAULTS).map(({ path, message }) => ({
      path: "",
      property: path.join("."),
      message: `This does not fit into a questionnaire: ${message}.`,
    })),
  }
}

function readSurvey(json: Record<string, unknown>, findings: Findings): Instrument {
  checkProperties(json, ["survey"], "", findings)
  const own = languages.find((language) => language === json.locale) ?? "en"
  const marker = readMarker(json.throughline, exportMarkers.survey, "", findings)
  const name = readText(json.title, "", "title", own, findings)
  const reading: Reading = {
    own,
    findings,
    isExport: marker !== undefined,
    questions: [],
    constructs: [...(marker?.constructs ?? [])],
    asked: new Map(),
    names: new Set(),
    figureId: idGiver((id) => marker !== undefined && isMarked(marker, id)),
  }
  const pages = readPages(json, reading)
  return {
    id: marker?.id ?? "imported",
    version: marker?.version ?? 1,
    name: Object.keys(name).length > 0 || marker ? name : { en: "Imported questionnaire" },
    constructs: reading.constructs,
    questions: reading.questions,
    pages,
    composites: marker?.composites ?? [],
  }
}

function readPages(json: Record<string, unknown>, reading: Reading): Page[] {
  const { findings, own } = reading
  const pageId = idGiver()
  const listed = "pages" in json ? list(json.pages, "", "pages", findings) : []
  // Version 1 allowed elements without a page; they are one.
  const all = "elements" in json ? [...listed, { elements: json.elements }] : listed
  return all.flatMap((page, at): Page[] => {
    const path = "pages" in json ? `pages.${at}` : ""
    if (!isRecord(page)) {
      findings.faults.push({ path, property: "pages", message: "This is no page." })
      return []
    }
    checkProperties(page, ["page"], path, findings)
    const marker = readMarker(page.throughline, exportMarkers.page, path, findings)
    const before = reading.questions.length
    readElements(page.elements ?? [], path, reading)
    const questions = reading.questions.slice(before).map(({ id }) => id)
    if ((marker !== undefined && marker.page === undefined) || questions.length === 0) return []
    const title = readText(page.title, path, "title", own, findings)
    return [{ id: pageId(marker?.page ?? page.name, `page-${at + 1}`), title, questions }]
  })
}

function readElements(elements: unknown, path: string, reading: Reading): void {
  const { findings } = reading
  list(elements, path, "elements", findings).forEach((element, at) => {
    const here = path === "" ? `elements.${at}` : `${path}.elements.${at}`
    if (!isRecord(element)) {
      findings.faults.push({ path: here, property: "elements", message: "This is no question." })
    } else if (element.type === "panel") {
      // What stands in a frame is asked all the same, one question after the other.
      checkProperties(element, ["panel"], here, findings)
      readElements(element.elements ?? [], here, reading)
    } else readElement(element, here, reading)
  })
}

function list(value: unknown, path: string, property: string, { faults }: Findings): unknown[] {
  if (Array.isArray(value)) return value
  faults.push({ path, property, message: "This is no list." })
  return []
}

function isMarked(marker: { constructs: Construct[]; composites: { id: string }[] }, id: string): boolean {
  return [...marker.constructs, ...marker.composites].some((one) => one.id === id)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
