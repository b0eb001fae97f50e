import type { Survey } from "../api.ts"
import { Section } from "../frame/page.tsx"
import { reminderDays } from "./reminder-days.ts"

/** Which reminders are planned and which have gone: days only, because more would say who has not answered. */
export function Reminders({ survey }: { survey: Survey }) {
  const days = reminderDays(survey.reminders.days, survey.closesAt ?? "", survey.timeZone, Date.now())
  return (
    <Section title="Reminders" lead="They go only to those who have not answered; who that is, nobody sees.">
      {days.length === 0 ? (
        <p className="app-note">None are planned.</p>
      ) : (
        <ul className="app-list" style={{ maxWidth: "32rem" }}>
          {days.map(({ day, gone }) => (
            <li key={day} style={{ display: "flex", justifyContent: "space-between", padding: "0.625rem 0" }}>
              <span>{day}</span>
              <span style={{ color: "var(--tl-muted)" }}>{gone ? "gone" : "planned"}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
