import { Link } from "wouter"
import type { Links } from "../api.ts"
import { count } from "../format.ts"
import { Section } from "../frame/page.tsx"
import classes from "./kpis.module.css"
import { kpiTrouble, leftLabels, leftSurveys, leftUnits } from "./left-out-words.ts"

/** What no link was worked out of, and why. */
export function LeftOut({ links, isHr }: { links: Links; isHr: boolean }) {
  const troubles = links.kpis.flatMap((kpi) => {
    const trouble = kpiTrouble(kpi)
    return trouble === undefined ? [] : [{ id: kpi.id, name: kpi.name, trouble }]
  })
  const { unmapped, cutsAcross } = leftLabels(links)
  const units = leftUnits(links)
  const surveys = leftSurveys(links)
  return (
    <Section
      title="What was left out, and why"
      lead={`${count(links.left.used)} of ${count(links.left.total)} units stand in some pair. Units are chosen so that nobody is counted twice, without a look at their scores.`}
    >
      {units.length > 0 && (
        <ul className={classes.lines}>
          {units.map((line) => (
            <li key={line}>{line}.</li>
          ))}
        </ul>
      )}
      {troubles.length > 0 && (
        <>
          <h3>KPIs of which little or nothing can be told</h3>
          <ul className={classes.lines}>
            {troubles.map(({ id, name, trouble }) => (
              <li key={id}>
                <strong>{name}</strong>: {trouble}.
              </li>
            ))}
          </ul>
        </>
      )}
      {(unmapped !== "" || cutsAcross.length > 0) && (
        <>
          <h3>Labels that stand for no unit</h3>
          {unmapped !== "" && (
            <p className="app-prose">
              {unmapped} {isHr && <Link href="/kpis/units">Say which units they are</Link>}
            </p>
          )}
          {cutsAcross.length > 0 && (
            <ul className={classes.lines}>
              {cutsAcross.slice(0, 30).map((line) => (
                <li key={line}>{line}</li>
              ))}
              {cutsAcross.length > 30 && <li>And {count(cutsAcross.length - 30)} more.</li>}
            </ul>
          )}
        </>
      )}
      {surveys !== "" && <p className="app-note">{surveys}</p>}
    </Section>
  )
}
