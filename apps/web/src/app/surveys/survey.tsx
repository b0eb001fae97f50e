import { useEffect, useRef } from "react"
import { Loaded } from "../frame/states.tsx"
import { useSurvey } from "../queries.ts"
import { Closed } from "./closed.tsx"
import { Imported } from "./imported.tsx"
import { Progress } from "./progress.tsx"
import { SetUp } from "./set-up.tsx"

/** One survey, in whatever state it is. */
export default function SurveyScreen(props: { id: string }) {
  const survey = useSurvey(props.id)
  const state = survey.data?.state
  const before = useRef(state)
  // Launched or closed, it is another page: it starts at its top, and the button that had the focus is gone.
  useEffect(() => {
    if (before.current !== undefined && before.current !== state) {
      document.getElementById("main")?.focus({ preventScroll: true })
      window.scrollTo(0, 0)
    }
    before.current = state
  }, [state])
  return (
    <Loaded query={survey} what="the survey">
      {(data) => {
        if (data.state === "draft") return <SetUp survey={data} />
        if (data.source === "imported") return <Imported survey={data} />
        if (data.state === "closed") return <Closed survey={data} />
        return <Progress survey={data} />
      }}
    </Loaded>
  )
}
