import type { ReactNode } from "react"

/** Nothing here yet: says so, and what the next step is. */
export function Empty(props: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div style={{ maxWidth: "36rem", marginTop: "2rem" }}>
      <h2 style={{ margin: 0 }}>{props.title}</h2>
      <p className="app-note">{props.children}</p>
      {props.action}
    </div>
  )
}
