import { Link } from "wouter"
import type { Missing } from "./set-up-steps.ts"

/** What is missing, each with a link to where it is mended: a page, or a step of this one. */
export function MissingList({ missing }: { missing: readonly Missing[] }) {
  return (
    <div className="app-attention" id="missing">
      <strong>{missing.length === 1 ? "Still missing:" : `${missing.length} things are missing:`}</strong>
      <ul style={{ margin: "0.25rem 0 0", paddingInlineStart: "1.25rem" }}>
        {missing.map(({ text, href }) => (
          <li key={text}>
            {href.startsWith("#") ? <a href={href}>{text}</a> : <Link href={href}>{text}</Link>}
          </li>
        ))}
      </ul>
    </div>
  )
}
