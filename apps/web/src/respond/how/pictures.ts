import { svg } from "../element.ts"

/** The envelope with carbon paper, drawn in four lines each. They say nothing that the words beside them do not. */
export function picture(step: number): SVGElement {
  return svg(
    "svg",
    { class: "picture", viewBox: "0 0 120 72", width: 120, height: 72, "aria-hidden": "true" },
    ...(drawings[step]?.() ?? []),
  )
}

const shape = (name: string, attributes: Record<string, string | number>) => svg(name, attributes)
const envelope = (x: number) => [
  shape("rect", { x, y: 20, width: 60, height: 40, rx: 2, class: "paper" }),
  shape("path", { d: `M${x} 22l30 20 30-20`, class: "edge" }),
]
const carbon = (x: number) =>
  shape("rect", { x: x + 4, y: 40, width: 52, height: 16, rx: 1, class: "carbon" })
const slip = (x: number, y: number) => [
  shape("rect", { x, y, width: 30, height: 20, rx: 1, class: "paper" }),
  shape("path", { d: `M${x + 5} ${y + 7}h20M${x + 5} ${y + 13}h12`, class: "fine" }),
]
const stamp = (x: number, y: number) => [
  shape("circle", { cx: x, cy: y, r: 8, class: "stamp" }),
  shape("path", { d: `M${x - 3.5} ${y}l2.5 3 4.5-6`, class: "stamp" }),
]

const drawings: (() => SVGElement[])[] = [
  () => [...slip(45, 2), ...envelope(30), carbon(30)],
  () => [
    ...envelope(30),
    carbon(30),
    ...stamp(60, 48),
    shape("path", { d: "M60 4v22m-6-6 6 6 6-6", class: "edge" }),
  ],
  () => [
    shape("rect", { x: 8, y: 24, width: 48, height: 36, rx: 2, class: "gone" }),
    shape("path", { d: "M8 26l24 16 24-16", class: "gone" }),
    ...slip(72, 28),
    ...stamp(98, 46),
  ],
  () => [
    ...slip(14, 2),
    ...stamp(40, 18),
    shape("rect", { x: 66, y: 8, width: 30, height: 16, rx: 2, class: "box" }),
    shape("path", { d: "M76 8v-3a5 5 0 0 1 10 0v3", class: "edge" }),
    shape("path", { d: "M22 34h76l-5 36h-66z", class: "paper" }),
    shape("path", { d: "M42 42h36", class: "edge" }),
  ],
]
