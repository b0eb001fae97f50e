import { Button } from "@mantine/core"
import { encode } from "uqr"
import { Link } from "wouter"
import { api, type LetterPlan, type Survey, type Letters as Written } from "../api.ts"
import { counted } from "../format.ts"
import { Page } from "../frame/page.tsx"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useDeed, useLetterPlan, useSurvey } from "../queries.ts"
import { zonedMoment } from "../zoned.ts"
import classes from "./letters.module.css"

type Letter = Written["letters"][number]

/** Letters for people whom no mail reaches: a QR code and a code to type, one a page. */
export default function Letters({ id }: { id: string }) {
  const survey = useSurvey(id)
  const plan = useLetterPlan(id)
  return (
    <Loaded query={survey} what="the survey">
      {(known) => (
        <Loaded query={plan} what="the letters">
          {(data) => <Known survey={known} plan={data} />}
        </Loaded>
      )}
    </Loaded>
  )
}

function Known({ survey, plan }: { survey: Survey; plan: LetterPlan }) {
  const write = useDeed(() => api.writeLetters(survey.id))
  const people = counted(plan.people, "person", "people")
  return (
    <>
      <div className={classes.screen}>
        <Page
          title="Letters"
          kicker={
            <>
              <Link href="/surveys">Surveys</Link> › <Link href={`/surveys/${survey.id}`}>{survey.name}</Link>
            </>
          }
          headline={
            plan.people === 0
              ? "Everybody invited can be reached by mail"
              : `${people} cannot be reached by mail`
          }
          lead={
            plan.people === 0
              ? "Nobody needs a letter. Should an address turn out not to take mail, its person appears here."
              : "They have no mail address, or theirs does not take mail. A letter brings them a code that opens the questionnaire on any phone or computer."
          }
        >
          {plan.people > 0 && (
            <>
              <p className="app-attention">
                <strong>Whoever holds these letters could answer with them.</strong> Print them where nobody
                else fetches them, fold or seal them, and hand them out unopened. That you fetched them is
                noted below, for everybody in HR to see. If a person already had a link by mail, it stops
                working.
              </p>
              <Button mt="md" loading={write.isPending} onClick={() => write.mutate(undefined)}>
                {write.data ? "Make the letters again" : "Make the letters"}
              </Button>
              {write.data && (
                <Button mt="md" ms="sm" variant="default" onClick={() => window.print()}>
                  Print {counted(write.data.letters.length, "letter", "letters")}
                </Button>
              )}
              {write.error && <Trouble error={write.error} />}
            </>
          )}
          <Prints plan={plan} timeZone={survey.timeZone} />
          {write.data && (
            <p className="app-note">Sorted by department, then by name. Below as they are printed.</p>
          )}
        </Page>
      </div>
      {write.data && (
        <div className={classes.letters}>
          {write.data.letters.map((letter) => (
            <OneLetter key={letter.code} letter={letter} />
          ))}
        </div>
      )}
    </>
  )
}

function Prints({ plan, timeZone }: { plan: LetterPlan; timeZone: string }) {
  if (plan.prints.length === 0) return null
  return (
    <>
      <h2>Who fetched letters</h2>
      <ul className="app-list">
        {plan.prints.map(({ by, at, letters }) => (
          <li key={at} style={{ padding: "0.5rem 0" }}>
            {by}: {counted(letters, "letter", "letters")}, {zonedMoment(at, timeZone)}
          </li>
        ))}
      </ul>
    </>
  )
}

function OneLetter({ letter }: { letter: Letter }) {
  const { language, direction } = letter
  return (
    <article className={classes.letter} lang={language} dir={direction} aria-label={letter.name}>
      <p className={classes.to} dir="auto">
        {letter.name}
        <span>{letter.department}</span>
      </p>
      <h2>
        <bdi>{letter.title}</bdi>
      </h2>
      <p>{letter.greeting}</p>
      {letter.before.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className={classes.ways}>
        <div>
          <p>{letter.scan}</p>
          <Square text={letter.link} title={letter.scan} />
        </div>
        <div>
          <p>{letter.type}</p>
          <dl className={classes.typed}>
            <dt>{letter.addressLabel}</dt>
            <dd>
              <bdi dir="ltr">{letter.address}</bdi>
            </dd>
            <dt>{letter.codeLabel}</dt>
            <dd className={classes.code}>
              <bdi dir="ltr">{letter.code}</bdi>
            </dd>
          </dl>
        </div>
      </div>
      {letter.after.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </article>
  )
}

/** A QR code as one path of unit squares. */
function Square({ text, title }: { text: string; title: string }) {
  const { data, size } = encode(text, { border: 2, ecc: "M" })
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("")
  return (
    <svg className={classes.square} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={title}>
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
