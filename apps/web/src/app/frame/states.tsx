import { Button, Skeleton } from "@mantine/core"
import type { UseQueryResult } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { isFailure } from "../failure.ts"
import { failureText } from "../failure-texts.ts"

/** What went wrong, what was kept, what to do. */
export function Trouble(props: { error: unknown; retry?: () => void }) {
  const known = isFailure(props.error) ? props.error : undefined
  const text = failureText(known)
  return (
    <div className="app-attention" role="alert">
      <strong>{text.title}</strong>
      {known?.detail && <p>{known.detail}</p>}
      <p>{text.todo}</p>
      {props.retry && (
        <Button mt="sm" size="compact-md" variant="default" onClick={props.retry}>
          Try again
        </Button>
      )}
    </div>
  )
}

export function Waiting(props: { what: string }) {
  return (
    <div role="status" aria-label={`Loading ${props.what}`} style={{ marginTop: "2rem" }}>
      <Skeleton height={22} width="50%" mb="md" />
      <Skeleton height={160} mb="md" />
      <Skeleton height={22} width="30%" />
    </div>
  )
}

/** Shows the data of a query, or that it is on its way, or why it is not there. */
export function Loaded<T>(props: {
  query: UseQueryResult<T>
  what: string
  children: (data: T) => ReactNode
}) {
  const { data, error, refetch } = props.query
  if (data !== undefined) return props.children(data)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  return <Waiting what={props.what} />
}
