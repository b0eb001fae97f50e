import { NativeSelect } from "@mantine/core"
import { useLocation } from "wouter"
import type { ResultSummary, ViewedRelease } from "../api.ts"
import { day } from "../format.ts"
import { importedLabel } from "./sentences.ts"

/** Surveys with results. A leader who had no team in a survey has nothing to look at there. */
export const readable = (surveys: readonly ResultSummary[], isLeader: boolean): ResultSummary[] =>
  surveys.filter(({ outcome, unit }) => outcome === "released" && (!isLeader || unit !== null))

/** The same screen of another survey. */
export function SurveyChoice(props: {
  released: readonly ResultSummary[]
  release: ViewedRelease
  /** what stands behind the survey in the address; left out: its layers */
  screen?: "heat-map" | "breaks" | "knowing" | "across" | "engagement"
}) {
  const { released, release, screen } = props
  const [, navigate] = useLocation()
  const { id, name } = release.survey
  const known = released.map((survey) => ({
    value: survey.id,
    label: `${survey.name} (${day(survey.closedAt)}${survey.source === "imported" ? ", imported" : ""})`,
  }))
  return (
    <NativeSelect
      label="Survey"
      {...(release.survey.imported === undefined
        ? {}
        : { description: importedNote(release.survey.imported) })}
      value={id}
      onChange={(event) =>
        navigate(`/results/${event.currentTarget.value}${screen === undefined ? "" : `/${screen}`}`)
      }
      data={released.some((survey) => survey.id === id) ? known : [{ value: id, label: name }, ...known]}
    />
  )
}

/** What these answers are, and what the layers are called in the file they came in. */
function importedNote({ layers }: { layers: string[] }): string {
  const named = layers.map((layer, at) => `layer ${at + 1} is “${layer}”`).join(", ")
  const told = `${importedLabel}: these answers were given elsewhere, not in Throughline's sealed ballot box.`
  return named === "" ? told : `${told} Here ${named}.`
}
