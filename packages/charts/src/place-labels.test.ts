import { expect, test } from "vitest"
import { placeLabels } from "./place-labels.ts"

const frame = { left: 0, right: 400, top: 0, bottom: 300 }

test("a name stands right of its point, or left where the picture ends", () => {
  const [first, last] = placeLabels(
    [
      { x: 100, y: 100, label: "Sales" },
      { x: 395, y: 200, label: "Finance" },
    ],
    [],
    frame,
    6,
  )
  expect(first).toMatchObject({ anchor: "start", y: 104 })
  expect(last).toMatchObject({ anchor: "end", y: 204 })
})

test("a name on another point or on other words goes elsewhere, and is left out where no place is free", () => {
  const blocked = [
    { x: 100, y: 100, label: "Sales" },
    { x: 125, y: 100, label: "Operations" },
  ]
  expect(placeLabels(blocked, [], frame, 6)[0]).toMatchObject({ anchor: "end" })
  const everywhere = [{ left: 0, right: 400, top: 0, bottom: 300 }]
  expect(placeLabels(blocked, everywhere, frame, 6)).toEqual([null, null])
})
