import { Button } from "@mantine/core"
import { Page } from "./frame/page.tsx"

export function NotFetched() {
  return (
    <Page
      title="Not loaded"
      headline="This page could not be loaded"
      lead="Throughline may have been updated while this tab was open, or the connection was lost. What you saved is safe."
    >
      <Button mt="xl" onClick={() => window.location.reload()}>
        Load again
      </Button>
    </Page>
  )
}
