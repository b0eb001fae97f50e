import { expect, test } from "vitest"
import { importFaults } from "./import-faults.ts"

test("a fault is told with the path of its property in the file", () => {
  const message = "Throughline shows plain text only."
  expect(
    importFaults([
      { path: "", property: "completedHtml", message },
      { path: "pages.0", property: "title", message },
      { path: "", property: "", message },
    ]),
  ).toEqual([
    { path: "completedHtml", message },
    { path: "pages.0.title", message },
    { path: "", message },
  ])
})

test("what is no fault is left out", () => {
  expect(importFaults([null, "x", { path: "pages" }, { path: 1, message: "Read it." }])).toEqual([
    { path: "", message: "Read it." },
  ])
})
