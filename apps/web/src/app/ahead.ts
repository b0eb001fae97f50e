import type { QueryClient } from "@tanstack/react-query"
import { outlineQuery, releaseQuery } from "./queries.ts"

/** Parts of the results without a survey in the address, in place of one. */
const parts = ["breaks", "heat-map", "knowing", "across", "engagement", "comments"]

/** The survey whose results stand at this address; undefined: none is named. */
export function surveyLookedAt(path: string): string | undefined {
  const survey = path.match(/^\/results\/([^/]+)/)?.[1]
  return survey === undefined || parts.includes(survey) ? undefined : survey
}

/** Layers begin with the main measure of everybody, where the address names no other. */
export const outlineWillDo = (search: URLSearchParams): boolean =>
  !search.has("group") && !search.has("measure")

const deriveds: Record<string, () => Promise<unknown>> = {
  knowing: () => import("./results/knowing.tsx"),
  across: () => import("./results/across.tsx"),
  engagement: () => import("./results/engagement.tsx"),
}

/**
 * A release of 100,000 people is the largest thing any screen waits for. Where the address names one it is asked for
 * before anything is drawn, while the screen's own code is fetched; the server answers whoever may see it. A refusal
 * is left to the screen, which asks again.
 */
export function askAhead(queries: QueryClient, path: string, search: string): void {
  const survey = surveyLookedAt(path)
  if (survey === undefined) return
  const isLayers = path.split("/").length === 3
  // Screens with an answer of their own need no more of the release.
  const derived = deriveds[path.split("/").at(-1) ?? ""]
  const willDo = isLayers ? outlineWillDo(new URLSearchParams(search)) : derived !== undefined
  void queries.prefetchQuery(willDo ? outlineQuery(survey) : releaseQuery(survey))
  const screen =
    derived?.() ??
    (path.endsWith("/heat-map")
      ? import("./results/heat-map.tsx")
      : path.endsWith("/breaks")
        ? import("./results/breaks.tsx")
        : import("./results/results.tsx"))
  screen.catch(() => undefined)
}
