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
  /** it stands so far off that a line must lead to it */
  leader?: true
}

const SIZE = 12

/**
 * A place for the name of each point where it lies on no other words and no other point: right, left, over or under its
 * point, or further off at the end of a line. null: there is none; the table behind the picture names them all.
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
      ...[24, 44, 64, 84].flatMap((away): PlacedLabel[] => [
        { x: x + 16, y: y + away, anchor: "start", leader: true },
        { x: x - 16, y: y + away, anchor: "end", leader: true },
        { x: x + 16, y: y - away + 8, anchor: "start", leader: true },
        { x: x - 16, y: y - away + 8, anchor: "end", leader: true },
      ]),
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
