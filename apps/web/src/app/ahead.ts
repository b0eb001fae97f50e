import type { QueryClient } from "@tanstack/react-query"
import { outlineQuery, releaseQuery } from "./queries.ts"

/** Parts of the results without a survey in the address, in place of one. */
const parts = ["breaks", "heat-map", "comments"]

/** The survey whose results stand at this address; undefined: none is named. */
export function surveyLookedAt(path: string): string | undefined {
  const survey = path.match(/^\/results\/([^/]+)/)?.[1]
  return survey === undefined || parts.includes(survey) ? undefined : survey
}

/** Layers begin with the main measure of everybody, where the address names no other. */
export const outlineWillDo = (search: URLSearchParams): boolean =>
  !search.has("group") && !search.has("measure")

/**
 * A release of 100,000 people is the largest thing any screen waits for. Where the address names one it is asked for
 * before anything is drawn, while the screen's own code is fetched; the server answers whoever may see it. A refusal
 * is left to the screen, which asks again.
 */
export function askAhead(queries: QueryClient, path: string, search: string): void {
  const survey = surveyLookedAt(path)
  if (survey === undefined) return
  const isLayers = path.split("/").length === 3
  const ask = isLayers && outlineWillDo(new URLSearchParams(search)) ? outlineQuery : releaseQuery
  void queries.prefetchQuery(ask(survey))
  const screen = path.endsWith("/heat-map")
    ? import("./results/heat-map.tsx")
    : path.endsWith("/breaks")
      ? import("./results/breaks.tsx")
      : import("./results/results.tsx")
  screen.catch(() => undefined)
}
