import { textWidth } from "./text-width.ts"

export interface LabelBox {
  left: number
  right: number
  top: number
  bottom: number
}

export interface PlacedLabel {
  x: number
  y: number
  anchor: "start" | "middle" | "end"
}

const SIZE = 12

/**
 * A place for the name of each point where it lies on no other words and no other point: right, left, over or under its
 * point. null: there is none; the table behind the picture names them all.
 */
export function placeLabels(
  points: readonly { x: number; y: number; label: string }[],
  taken: readonly LabelBox[],
  frame: LabelBox,
  radius: number,
): (PlacedLabel | null)[] {
  const busy: LabelBox[] = [
    ...taken,
    ...points.map(({ x, y }) => ({
      left: x - radius,
      right: x + radius,
      top: y - radius,
      bottom: y + radius,
    })),
  ]
  return points.map(({ x, y, label }) => {
    const room = textWidth(label, SIZE)
    const beside = radius + 5
    const candidates: PlacedLabel[] = [
      { x: x + beside, y: y + 4, anchor: "start" },
      { x: x - beside, y: y + 4, anchor: "end" },
      { x, y: y - beside - 2, anchor: "middle" },
      { x, y: y + beside + 10, anchor: "middle" },
    ]
    for (const place of candidates) {
      const left =
        place.anchor === "end" ? place.x - room : place.anchor === "middle" ? place.x - room / 2 : place.x
      const box = { left, right: left + room, top: place.y - SIZE * 0.8, bottom: place.y + SIZE * 0.3 }
      const inside =
        box.left >= frame.left &&
        box.right <= frame.right &&
        box.top >= frame.top &&
        box.bottom <= frame.bottom
      if (!inside || busy.some((other) => overlap(box, other))) continue
      busy.push(box)
      return place
    }
    return null
  })
}

const overlap = (a: LabelBox, b: LabelBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
