import type { Survey, SurveyMails } from "../api.ts"
import { Section } from "../frame/page.tsx"
import { plainDay } from "../zoned.ts"
import { plannedReminders } from "./reminder-days.ts"

/** Which reminders are planned and which have gone: days only, because more would say who has not answered. */
export function Reminders({ survey, gone }: { survey: Survey; gone: SurveyMails["reminders"] }) {
  const went = gone.map(({ day }) => day)
  const planned = plannedReminders(
    survey.reminders.days,
    survey.closesAt ?? "",
    survey.timeZone,
    Date.now(),
    went,
  )
  const days = [
    ...went.map((day) => ({ day, state: "went out" })),
    ...planned.map((day) => ({ day, state: "planned" })),
  ]
  return (
    <Section
      title="Reminders"
      lead="They go out in the morning, only to those who have not answered; who that is, nobody sees."
    >
      {days.length === 0 ? (
        <p className="app-note">None are planned.</p>
      ) : (
        <ul className="app-list" style={{ maxWidth: "32rem" }}>
          {days.map(({ day, state }) => (
            <li key={day} style={{ display: "flex", justifyContent: "space-between", padding: "0.625rem 0" }}>
              <span>{plainDay(day)}</span>
              <span style={{ color: "var(--tl-muted)" }}>{state}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
