import { expect, test } from "vitest"
import { withFieldNames } from "./field-names.ts"

test("a message speaks of fields by the names on the form, counted from one", () => {
  expect(withFieldNames("This says the same as priorities.0.")).toBe("This says the same as priority 1.")
  expect(withFieldNames("This says the same as missionDecoys.3.")).toBe(
    "This says the same as other statement 4.",
  )
  expect(withFieldNames("This says the same as mission.")).toBe("This says the same as mission.")
})
