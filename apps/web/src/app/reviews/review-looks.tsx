import { Button } from "@mantine/core"
import { Link } from "wouter"
import type { Survey } from "../api.ts"
import { counted, listed } from "../format.ts"
import { DataTable } from "../frame/figure.tsx"
import { Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useRelease, useReviewViews } from "../queries.ts"
import { zonedMoment } from "../zoned.ts"

/** Who may read the comments of a closed survey, and each time that somebody did. */
export function ReviewLooks({ survey }: { survey: Survey }) {
  const views = useReviewViews(survey.id)
  const mine = useRelease(survey.id).data?.review?.mine === true
  return (
    <Section
      title="Comments"
      lead={
        survey.reviewers.length === 0
          ? "Nobody was named before the launch to read what people wrote, so it stays closed."
          : `Only ${listed(survey.reviewers)} can read all of them, as promised. What they pass on stands under Results.`
      }
    >
      {mine && (
        <Button component={Link} href={`/surveys/${survey.id}/comments`} variant="default" mb="md">
          Read the comments
        </Button>
      )}
      {survey.reviewers.length > 0 && (
        <Loaded query={views} what="who opened the comments">
          {({ views }) =>
            views.length === 0 ? (
              <p className="app-note">Nobody has opened them yet. Each time is noted here.</p>
            ) : (
              <details>
                <summary>Opened {counted(views.length, "time", "times")} so far</summary>
                <DataTable
                  table={{
                    caption: "Who opened the comments, the last time first",
                    columns: ["When", "Who"],
                    rows: views.map(({ by, at }) => [
                      zonedMoment(at, survey.timeZone),
                      by ?? "A former member",
                    ]),
                  }}
                />
              </details>
            )
          }
        </Loaded>
      )}
    </Section>
  )
}
