import { Link } from "wouter"
import { Page } from "./frame/page.tsx"

export default function NotFound() {
  return (
    <Page
      title="Not found"
      kicker="404"
      headline="There is no such page"
      lead="The address may be mistyped, or what stood here was removed. Nothing of yours is lost."
    >
      <p style={{ marginTop: "1.5rem" }}>
        <Link href="/">Go to Home</Link>
      </p>
    </Page>
  )
}
