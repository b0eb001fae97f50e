import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core"

// Deep teal: the line and every action. Shade 7 on light paper, shade 3 on dark: both AA for text.
const line: MantineColorsTuple = [
  "#e8f4f2",
  "#cfe6e3",
  "#9fcfc9",
  "#6dbcb3",
  "#3d9f96",
  "#22857d",
  "#147069",
  "#0f615c",
  "#0b4f4b",
  "#073b38",
]
// Dark surfaces are drawn, not inverted: a blue-green night with warm ink.
const dark: MantineColorsTuple = [
  "#e6ebe8",
  "#c3cccb",
  "#9fabab",
  "#6f7d7f",
  "#3a484c",
  "#2b373b",
  "#1b2529",
  "#131b1f",
  "#0e1519",
  "#0a1013",
]

// The list itself scrolls, beside its field and inside the page's landmark: what a screen reader expects of it.
const dropdown = {
  withScrollArea: false,
  comboboxProps: { withinPortal: false },
  styles: { options: { maxHeight: 320, overflowY: "auto" } },
}

export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif',
  headings: {
    fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif',
    fontWeight: "620",
    textWrap: "balance",
    sizes: {
      h1: { fontSize: "clamp(1.5rem, 1.15rem + 1.5vw, 2.125rem)", lineHeight: "1.18" },
      h2: { fontSize: "1.25rem", lineHeight: "1.3" },
      h3: { fontSize: "1rem", lineHeight: "1.4" },
    },
  },
  colors: { line, dark },
  primaryColor: "line",
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  black: "#172125",
  // The cross in a dialog's corner has no words of its own.
  components: {
    Modal: { defaultProps: { closeButtonProps: { "aria-label": "Close" } } },
    // A dialog's head is no second banner of the page.
    ModalHeader: { defaultProps: { role: "presentation" } },
    Select: { defaultProps: dropdown },
    MultiSelect: { defaultProps: dropdown },
  },
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "var(--tl-paper)",
    "--mantine-color-text": "var(--tl-ink)",
    "--mantine-color-dimmed": "var(--tl-muted)",
    "--mantine-color-default-border": "var(--tl-hairline)",
    "--mantine-color-anchor": "var(--tl-line)",
    "--mantine-color-placeholder": "var(--tl-muted)",
    "--mantine-color-error": "var(--app-attention-ink)",
  },
  dark: {
    "--mantine-color-body": "var(--tl-paper)",
    "--mantine-color-text": "var(--tl-ink)",
    "--mantine-color-dimmed": "var(--tl-muted)",
    "--mantine-color-default-border": "var(--tl-hairline)",
    "--mantine-color-anchor": "var(--tl-line)",
    "--mantine-color-placeholder": "var(--tl-muted)",
    "--mantine-color-error": "var(--app-attention-ink)",
  },
})
