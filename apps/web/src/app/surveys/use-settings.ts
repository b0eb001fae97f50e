import { useDebouncedCallback } from "@mantine/hooks"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { api, type Survey } from "../api.ts"
import { type Settings, settingsFaults, settingsOf } from "./settings.ts"

export type Saving = "saved" | "waiting" | "failed"

/** Settings of a draft that save themselves shortly after each change, unless a field is wrong. */
export function useSettings(survey: Survey) {
  const queries = useQueryClient()
  const [settings, setSettings] = useState<Settings>(() => settingsOf(survey))
  const [saving, setSaving] = useState<Saving>("saved")
  const [error, setError] = useState<unknown>(null)
  const faults = settingsFaults(settings, Date.now())

  const save = useDebouncedCallback(async (next: Settings) => {
    try {
      const stored = await api.saveSurvey(survey.id, { ...next, name: next.name.trim() })
      queries.setQueryData(["survey", survey.id], stored)
      setSaving("saved")
      setError(null)
      await queries.invalidateQueries({ queryKey: ["survey", survey.id, "cut"] })
      await queries.invalidateQueries({ queryKey: ["surveys"] })
    } catch (caught) {
      setSaving("failed")
      setError(caught)
    }
  }, 600)

  function change(part: Partial<Settings>) {
    const next = { ...settings, ...part }
    setSettings(next)
    setSaving("waiting")
    if (Object.keys(settingsFaults(next, Date.now())).length === 0) save(next)
    else save.cancel()
  }
  return { settings, change, faults, saving, error }
}

export type SettingsForm = ReturnType<typeof useSettings>
