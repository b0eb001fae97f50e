import { Button } from "@mantine/core"
import type { Survey } from "../api.ts"
import { listed } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { zonedMoment } from "../zoned.ts"
import classes from "./recovery.module.css"

/** What a launched survey can be checked by, and who could open its box. */
export function SurveyKeys({ survey }: { survey: Survey }) {
  const closed = survey.state === "closed"
  const released = closed && survey.outcome === "released"
  const { triedAt } = survey.recovery
  return (
    <Section
      title="Can everybody check this?"
      id="keys"
      lead="These six words stand for the whole promise. They are the same in every mail, on the answer page and here; two colleagues who see different words were promised different things."
    >
      {survey.words == null ? (
        <p className="app-note">This survey was launched by a version that made no words.</p>
      ) : (
        <ol className={classes.words}>
          {survey.words.map((word, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, and none ever moves
            <li key={at}>{word}</li>
          ))}
        </ol>
      )}
      <p className="app-note">
        {survey.sealing === "trustees"
          ? trusteesText(survey)
          : closed
            ? "The key that opened the answers has been destroyed. Ask the three who keep a share of it to destroy it now, too: only then nobody can open an old backup of the answers."
            : triedAt === null
              ? "The key that opens the answers lies on this server."
              : `The key that opens the answers lies on this server. Three people keep shares of it, in case the server loses it; two were checked ${zonedMoment(triedAt, survey.timeZone)}.`}
      </p>
      {released && (
        <>
          <p className="app-note">
            With this file somebody else can check that every answer was counted once, and none was added,
            without trusting this server. Give it to whoever speaks for the people who answered: the works
            council, the data protection officer, or an expert they choose. It holds no answer of any single
            person. But it does hold exactly how many people answered in each group, which is shown nowhere
            else: do not put it on the intranet.
          </p>
          <Button component="a" variant="default" href={`/api/surveys/${survey.id}/bundle`} download>
            Download the file for checking
          </Button>
        </>
      )}
    </Section>
  )
}

function trusteesText({ state, trustees }: Survey): string {
  const names = listed(trustees.map(({ name }) => name))
  return state === "closed"
    ? `${names} held the key between them; this server never had it. Each of them has been asked to destroy their part.`
    : `${names} hold the key between them. Any two of them can open the answers after the close; this server never has it.`
}
