import "@fontsource-variable/inter/wght.css"
import "@mantine/core/styles.css"
import "./look.css"
import { MantineProvider } from "@mantine/core"
import { QueryClientProvider } from "@tanstack/react-query"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./app.tsx"
import { createQueryClient } from "./queries.ts"
import { cssVariables, theme } from "./theme.ts"

const root = document.getElementById("root")
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={createQueryClient()}>
          <App />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
