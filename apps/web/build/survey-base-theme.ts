import type { Plugin } from "vite"

const id = "virtual:survey-base-theme.css"

/**
 * SurveyJS inserts its base variables as a <style> element at run time, which a content security policy without inline
 * styles refuses. This module holds the same rules as a stylesheet, written at build time by SurveyJS itself.
 */
export function surveyBaseTheme(): Plugin {
  return {
    name: "throughline:survey-base-theme",
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(module) {
      if (module !== `\0${id}`) return
      const { createBaseThemeStyle } = await import("survey-core")
      return createBaseThemeStyle()
    },
  }
}
