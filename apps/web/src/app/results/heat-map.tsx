import { Page } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useRelease, useResults, useSession } from "../queries.ts"
import { NoResults } from "./results.tsx"
import { readable } from "./survey-choice.tsx"

/** Every unit by every construct on one fixed scale: where is it strong, where weak? */
export default function HeatMap(props: { id: string | undefined }) {
  const results = useResults()
  const isLeader = useSession().data?.role === "leader"
  return (
    <Loaded query={results} what="surveys">
      {({ surveys }) => {
        const released = readable(surveys, isLeader)
        const id = props.id ?? released[0]?.id
        return id === undefined ? <NoResults surveys={surveys} /> : <Released key={id} id={id} />
      }}
    </Loaded>
  )
}

function Released({ id }: { id: string }) {
  const release = useRelease(id)
  return (
    <Loaded query={release} what="the results">
      {(data) => (
        <Page
          title="Results: heat map"
          kicker={`Results, heat map · ${data.survey.name}`}
          headline="Units by construct"
        />
      )}
    </Loaded>
  )
}
