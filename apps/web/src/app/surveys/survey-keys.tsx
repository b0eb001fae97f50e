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
      title="Keys and proof"
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
            ? "The key that opened the answers has been destroyed. Whoever holds a recovery share should destroy it now, too: a backup of the sealed answers stays closed only without them."
            : triedAt === null
              ? "The key that opens the answers lies on this server."
              : `The key that opens the answers lies on this server. Three people hold recovery shares of it; two were tried ${zonedMoment(triedAt, survey.timeZone)}.`}
      </p>
      {released && (
        <>
          <p className="app-note">
            The bundle holds what anybody needs to check the count without trusting this server: the promise,
            the signature of every ballot, all receipts and what was released. It holds no answer of any
            single person.
          </p>
          <Button component="a" variant="default" href={`/api/surveys/${survey.id}/bundle`} download>
            Download the bundle
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
