import { Page } from "../frame/page.tsx"
import { Loaded, Waiting } from "../frame/states.tsx"
import { useOrganization, usePeople, useRelease, useSurveys } from "../queries.ts"
import { Checklist } from "./checklist.tsx"
import { Picture } from "./picture.tsx"
import { useFirstTimeZone } from "./use-first-time-zone.ts"

/** Where do we stand, what needs me now? */
export default function Home() {
  const surveys = useSurveys()
  const released = surveys.data?.surveys.find((survey) => survey.outcome === "released")
  const release = useRelease(released?.id)
  const organization = useOrganization()
  const people = usePeople()
  useFirstTimeZone(organization.data)
  return (
    <Loaded query={surveys} what="Home">
      {({ surveys: all }) => (
        <Loaded query={organization} what="Home">
          {(own) => {
            if (released) {
              return (
                <Loaded query={release} what="the latest results">
                  {(data) => <Picture release={data} organization={own} surveys={all} />}
                </Loaded>
              )
            }
            return people.data ? (
              <Checklist people={people.data} organization={own} surveys={all} />
            ) : (
              <Page title="Home" headline={own.name}>
                <Waiting what="Home" />
              </Page>
            )
          }}
        </Loaded>
      )}
    </Loaded>
  )
}
