import type { Survey } from "../api.ts"
import type { SettingsForm } from "./use-settings.ts"

export function MailsStep(_props: { survey: Survey; form: SettingsForm }) {
  return <p className="app-note">Soon.</p>
}
