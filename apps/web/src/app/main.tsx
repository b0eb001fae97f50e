import "@fontsource-variable/inter/wght.css"
import "@mantine/core/styles.css"
import "./look.css"
import { MantineProvider } from "@mantine/core"
import { QueryClientProvider } from "@tanstack/react-query"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { askAhead } from "./ahead.ts"
import { App } from "./app.tsx"
import { Broken } from "./broken.tsx"
import { createQueryClient } from "./queries.ts"
import { cssVariables, theme } from "./theme.ts"

// After an upgrade an open tab asks for files that are gone: load the new page, once.
window.addEventListener("vite:preloadError", () => {
  const last = Number(window.name.match(/^reloaded:(\d+)$/)?.[1] ?? 0)
  if (Date.now() - last < 60_000) return
  window.name = `reloaded:${Date.now()}`
  window.location.reload()
})

// A screen that fails to draw, or cannot be fetched after an upgrade, must not leave an empty page.
function onUncaughtError(error: unknown): void {
  console.error(error)
  const place = document.createElement("div")
  document.body.append(place)
  createRoot(place).render(<Broken />)
}

const queries = createQueryClient()
askAhead(queries, window.location.pathname, window.location.search)

const root = document.getElementById("root")
if (root) {
  createRoot(root, { onUncaughtError }).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <App />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
