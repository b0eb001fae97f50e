import { Link } from "wouter"
import type { ViewedRelease } from "../api.ts"
import { sourceText } from "./sentences.ts"

/** Under every picture: how many, when, and the method one click away. */
export function Source(props: { release: ViewedRelease; group?: string; method: string }) {
  return (
    <>
      {sourceText(props.release, props.group)} <Link href={`/method#${props.method}`}>How this is made</Link>
    </>
  )
}
