import { Button } from "@mantine/core"
import { Link } from "wouter"
import type { Survey } from "../api.ts"
import { counted } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { ReviewLooks } from "../reviews/review-looks.tsx"
import { zonedMoment } from "../zoned.ts"
import { PromiseText } from "./promise.tsx"
import { SurveyFoot } from "./survey-foot.tsx"
import { SurveyKeys } from "./survey-keys.tsx"
import { Uncounted } from "./uncounted.tsx"

export function Closed({ survey }: { survey: Survey }) {
  const tooFew = survey.outcome === "too-few"
  return (
    <Page
      title={survey.name}
      kicker={<Link href="/surveys">Surveys</Link>}
      headline={
        tooFew
          ? `Too few answered “${survey.name}”: no results are shown`
          : `“${survey.name}” is closed, its results are there`
      }
      lead={`Closed ${zonedMoment(survey.closedAt, survey.timeZone)}. ${counted(survey.invited, "person was", "people were")} invited.`}
    >
      {tooFew ? (
        <div className="app-attention" style={{ marginTop: "1.5rem" }}>
          <strong>Why nothing is shown</strong>
          <p>
            Fewer than {survey.k} people answered in all. Any figure from so few would tell something about
            single persons, and that was promised never to happen. The answers and their key were destroyed.
            For the next survey, invite more people or leave it open longer.
          </p>
        </div>
      ) : (
        <Button component={Link} href={`/results/${survey.id}`} size="md" mt="xl">
          See the results by layer
        </Button>
      )}
      {!tooFew && <Uncounted survey={survey} />}
      {!tooFew && <ReviewLooks survey={survey} />}
      <Section
        title="What was promised"
        lead="Every respondent read this before the first question. It holds for good."
      >
        <PromiseText lines={survey.promise} />
      </Section>
      <SurveyKeys survey={survey} />
      <SurveyFoot survey={survey} />
    </Page>
  )
}
