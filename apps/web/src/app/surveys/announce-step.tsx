import type { Survey } from "../api.ts"
import { Announcements } from "./announcements.tsx"

export function AnnounceStep({ survey }: { survey: Survey }) {
  return (
    <>
      <p className="app-note" style={{ marginTop: 0 }}>
        Say in your own channels that a survey is coming and why: a mail from somebody people trust, before
        ours, helps more than any reminder. The dates follow your settings.
      </p>
      <Announcements survey={survey} ids={["head", "note", "leaders"]} />
    </>
  )
}
