import { type ReactNode, useEffect } from "react"

/** One screen: what it is about (kicker), its one finding or task (headline, h1), a lead, and the rest. */
export function Page(props: {
  title: string
  kicker?: ReactNode
  headline: ReactNode
  lead?: ReactNode
  children?: ReactNode
}) {
  useEffect(() => {
    document.title = `${props.title} · Throughline`
  }, [props.title])
  return (
    <div className="app-page app-fade">
      {props.kicker && <p className="app-kicker">{props.kicker}</p>}
      <h1 style={{ margin: 0, maxWidth: "46rem" }}>{props.headline}</h1>
      {props.lead && <p className="app-lead">{props.lead}</p>}
      {props.children}
    </div>
  )
}

/** A part of a screen under its own hairline. */
export function Section(props: { title: string; lead?: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className="app-section" id={props.id} aria-label={props.title}>
      <header>
        <h2 style={{ margin: 0 }}>{props.title}</h2>
        {props.lead && (
          <p className="app-note" style={{ margin: "0.25rem 0 0" }}>
            {props.lead}
          </p>
        )}
      </header>
      {props.children}
    </section>
  )
}
