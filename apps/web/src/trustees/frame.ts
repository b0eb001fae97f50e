import { element, svg } from "../respond/element.ts"

/** The frame around every page: whose survey it is, and one main part that is replaced. */
export function createFrame() {
  const name = element("p", { class: "from" }, "Throughline")
  const main = element("main", { id: "main" })
  const mark = svg(
    "svg",
    { class: "mark", viewBox: "0 0 12 28", width: 12, height: 28, "aria-hidden": "true" },
    svg("path", { d: "M6 1v26" }),
    svg("circle", { cx: 6, cy: 14, r: 3.5 }),
  )
  document.body.append(element("header", { class: "bar" }, mark, name), main)
  let shown = ""
  return {
    name(organization: string) {
      name.replaceChildren(element("bdi", {}, organization))
    },
    /** Screen readers read on from the heading of a new page; the same page again keeps the focus where it is. */
    show(id: string, title: string, content: Node[]) {
      document.title = `${title} · Throughline`
      main.replaceChildren(...content)
      if (shown !== "" && shown !== id) {
        window.scrollTo(0, 0)
        const heading = main.querySelector("h1")
        heading?.setAttribute("tabindex", "-1")
        heading?.focus({ preventScroll: true })
      }
      shown = id
    },
  }
}
