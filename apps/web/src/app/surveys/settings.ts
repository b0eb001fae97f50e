import type { Cut, Survey, SurveySettings } from "../api.ts"
import { counted } from "../format.ts"

/** What can be changed before launch. */
export function settingsOf(survey: Survey): SurveySettings {
  return {
    name: survey.name,
    k: survey.k,
    audience: survey.audience,
    languages: survey.languages,
    closesAt: survey.closesAt ?? "",
  }
}

export interface SettingsFaults {
  name?: string
  closesAt?: string
  languages?: string
}

/** What keeps settings from being saved, by field. now is in milliseconds. */
export function settingsFaults(settings: SurveySettings, now: number): SettingsFaults {
  const faults: SettingsFaults = {}
  const closes = Date.parse(settings.closesAt)
  if (settings.name.trim() === "") faults.name = "A survey needs a name."
  if (Number.isNaN(closes)) faults.closesAt = "Choose a day and a time."
  else if (closes <= now) faults.closesAt = "This moment has passed. Choose one that lies ahead."
  if (settings.languages.length === 0) faults.languages = "Choose at least one language."
  return faults
}

/** What still stands between a draft and its launch, in words; empty when it can be launched. */
export function notReady(
  survey: Survey,
  cut: Cut | undefined,
  faults: SettingsFaults,
): { text: string; href?: string }[] {
  const reasons: { text: string; href?: string }[] = []
  if (!survey.ready.people) reasons.push({ text: "Import the people first.", href: "/people" })
  if (!survey.ready.words)
    reasons.push({ text: "Write down mission and priorities.", href: "/mission-and-priorities" })
  for (const fault of Object.values(faults)) reasons.push({ text: fault })
  if (cut?.refused && survey.ready.people) {
    reasons.push({
      text: `The audience has ${counted(cut.refused.people, "person", "people")}; at least ${cut.refused.minimum} are needed to keep anybody from being guessed.`,
    })
  }
  if (cut && !cut.refused && cut.noEmail === cut.invited) {
    reasons.push({ text: "Nobody in the audience has an e-mail address.", href: "/people" })
  }
  return reasons
}
