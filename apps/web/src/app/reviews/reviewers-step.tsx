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
        People may also write in their own words. One or two whom you tick here read all of it, shuffled and
        in groups of at least {Math.max(10, survey.k)}, strike out what could tell who wrote it, and choose
        what is passed on. HR and analysts then read what was passed on, leaders what comes from their own
        unit. Whoever is not ticked, you too, never sees the rest.
      </p>
      <p className="app-note">
        The names are printed in the promise, and after the launch nobody can be added. Tick nobody, and the
        comments stay closed for good: nobody will ever read them.
      </p>
      <Loaded query={query} what="the members">
        {({ candidates, chosen }) => {
          const now = name.isPending ? name.variables : chosen
          return (
            <Checkbox.Group
              label="Who reads the comments"
              description={`At most ${MOST}, of HR or the analysts. You may tick yourself; people know you by name when they write.`}
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
