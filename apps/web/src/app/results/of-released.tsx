import type { ReactNode } from "react"
import { Link } from "wouter"
import type { ResultSummary } from "../api.ts"
import { Empty } from "../frame/empty.tsx"
import { Page } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useResults, useSession } from "../queries.ts"
import { readable } from "./survey-choice.tsx"

/** What is drawn of the survey asked for, or else of the newest with results, beside all that have any. */
export function OfReleased(props: {
  id: string | undefined
  draw: (id: string, released: readonly ResultSummary[]) => ReactNode
}) {
  const results = useResults()
  const isLeader = useSession().data?.role === "leader"
  return (
    <Loaded query={results} what="surveys">
      {({ surveys }) => {
        const released = readable(surveys, isLeader)
        const id = props.id ?? released[0]?.id
        return id === undefined ? <NoResults surveys={surveys} /> : props.draw(id, released)
      }}
    </Loaded>
  )
}

export function NoResults(props: { surveys: readonly ResultSummary[] }) {
  const isHr = useSession().data?.role === "hr"
  const open = props.surveys.find((survey) => survey.state === "open")
  const action = (
    <Link href={open ? `/surveys/${open.id}` : "/surveys"}>
      {open ? `See how “${open.name}” is going` : "Go to Surveys"}
    </Link>
  )
  return (
    <Page title="Results" kicker="Results" headline="No results yet">
      <Empty title="Results come once, when a survey closes" action={isHr && action}>
        Until then every answer stays sealed, also for you. That is what was promised to the people who
        answer.
      </Empty>
    </Page>
  )
}
