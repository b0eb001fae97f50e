import { Checkbox, Stack } from "@mantine/core"
import { useQueryClient } from "@tanstack/react-query"
import { Link } from "wouter"
import { api, type Survey } from "../api.ts"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useDeed, useReviewers } from "../queries.ts"

const MOST = 2

/** Who will read what people write: one or two, named before the launch, or nobody. */
export function ReviewersStep({ survey }: { survey: Survey }) {
  const query = useReviewers(survey.id)
  const queries = useQueryClient()
  const name = useDeed(
    (chosen: string[]) => api.nameReviewers(survey.id, chosen),
    (named) => queries.setQueryData(["survey", survey.id, "reviewers"], named),
  )
  return (
    <>
      <p className="app-note" style={{ marginTop: 0 }}>
        One or two people may read what respondents write in their own words, shuffled and in groups of at
        least {Math.max(10, survey.k)}. They decide what is passed on. Their names are printed in the promise,
        and after the launch nobody can be added. Name nobody, and the comments stay closed for good.
      </p>
      <Loaded query={query} what="the members">
        {({ candidates, chosen }) => {
          const now = name.isPending ? name.variables : chosen
          return (
            <Checkbox.Group
              label="Who reads the comments"
              description={`At most ${MOST}. Members of HR and analysts can be named; nobody else sees the comments, HR neither.`}
              value={now}
              onChange={(next) => next.length <= MOST && name.mutate(next)}
            >
              <Stack gap="sm" mt="sm">
                {candidates.map(({ id, name, role }) => (
                  <Checkbox
                    key={id}
                    value={id}
                    label={`${name} (${role === "hr" ? "HR" : "analyst"})`}
                    disabled={now.length >= MOST && !now.includes(id)}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          )
        }}
      </Loaded>
      {name.error && <Trouble error={name.error} />}
      <p className="app-note">
        Is somebody missing? <Link href="/members">Invite them as an analyst</Link> first.
      </p>
    </>
  )
}
