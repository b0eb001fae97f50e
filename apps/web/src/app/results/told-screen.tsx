import type { UseQueryResult } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { useSearchParams } from "wouter"
import type { ResultSummary, ViewedRelease } from "../api.ts"
import { Loaded } from "../frame/states.tsx"
import { useOutline } from "../queries.ts"
import { OfReleased } from "./of-released.tsx"

export interface ToldScreen<T> {
  release: ViewedRelease
  released: readonly ResultSummary[]
  told: T
}

/** A part of the results with an answer of its own from the server, beside what the release says of its survey. */
export function ToldOfReleased<T>(props: {
  id: string | undefined
  what: string
  read: (id: string) => UseQueryResult<T>
  draw: (screen: ToldScreen<T>) => ReactNode
}) {
  return (
    <OfReleased
      id={props.id}
      draw={(id, released) => <Told key={id} {...props} id={id} released={released} />}
    />
  )
}

function Told<T>(props: {
  id: string
  released: readonly ResultSummary[]
  what: string
  read: (id: string) => UseQueryResult<T>
  draw: (screen: ToldScreen<T>) => ReactNode
}) {
  const outline = useOutline(props.id)
  const told = props.read(props.id)
  return (
    <Loaded query={outline} what={props.what}>
      {(release) => (
        <Loaded query={told} what={props.what}>
          {(data) => props.draw({ release, released: props.released, told: data })}
        </Loaded>
      )}
    </Loaded>
  )
}

/** What is chosen on a screen stands in its address, so that it can be passed on. */
export function useChoice(): [URLSearchParams, (name: string, value: string) => void] {
  const [params, setParams] = useSearchParams()
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        next.set(name, value)
        return next
      },
      { replace: true },
    )
  return [params, set]
}
