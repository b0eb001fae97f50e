import type { Survey, SurveySettings } from "../api.ts"

/** Everything that can be changed before launch; what the server may leave out is always there. */
export type Settings = SurveySettings &
  Required<Pick<SurveySettings, "launchAt" | "mailSpreadMinutes" | "reminders" | "instrument">>

export function settingsOf(survey: Survey): Settings {
  return {
    name: survey.name,
    k: survey.k,
    audience: survey.audience,
    languages: survey.languages,
    closesAt: survey.closesAt ?? "",
    launchAt: survey.launchAt,
    mailSpreadMinutes: survey.mailSpreadMinutes,
    reminders: survey.reminders,
    instrument: { id: survey.instrument.id, version: survey.instrument.version },
  }
}

export interface SettingsFaults {
  name?: string
  launchAt?: string
  closesAt?: string
  languages?: string
}

/** What keeps settings from being saved, by field. now is in milliseconds. */
export function settingsFaults(settings: Settings, now: number): SettingsFaults {
  const faults: SettingsFaults = {}
  const opens = settings.launchAt === null ? now : Date.parse(settings.launchAt)
  const closes = Date.parse(settings.closesAt)
  if (settings.name.trim() === "") faults.name = "A survey needs a name."
  if (Number.isNaN(opens)) faults.launchAt = "Choose a day and a time."
  else if (opens < now) faults.launchAt = "This moment has passed. Choose one that lies ahead."
  if (Number.isNaN(closes)) faults.closesAt = "Choose a day and a time."
  else if (closes <= now) faults.closesAt = "This moment has passed. Choose one that lies ahead."
  else if (closes <= opens) faults.closesAt = "It would close before it opens. Choose a later moment."
  if (settings.languages.length === 0) faults.languages = "Choose at least one language."
  return faults
}
