import { expect, test } from "vitest"
import { closingLead } from "./closing-lead.ts"

test("a close at work says that results are computed, whoever held the key; else what it waits for", () => {
  for (const sealing of ["server", "trustees"] as const)
    for (const closePercent of [0, 37, 100])
      expect(closingLead({ sealing, closePercent, closeProblem: null })).toContain(
        "results are being computed",
      )
  expect(closingLead({ sealing: "trustees", closePercent: null })).toContain("two trustees")
  expect(closingLead({ sealing: "server", closePercent: null, closeProblem: "key-missing" })).toContain(
    "waits for its key",
  )
  expect(closingLead({ sealing: "server", closePercent: null, closeProblem: null })).toContain(
    "opened and counted",
  )
})
