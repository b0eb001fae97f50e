import "@fontsource-variable/inter"
import "@throughline/charts" // brings the stylesheet with it
import "./gallery.css"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { Gallery } from "./gallery.tsx"

const root = document.getElementById("root")
if (root)
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  )
