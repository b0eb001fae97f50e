import { expect, test } from "vitest"
import { type Device, picture } from "./browser.ts"

/**
 * Tests that stand on each other: after one has failed the others are skipped. What goes wrong is told with a picture
 * of every page that is open and with what its browser complained about; a complaint is a failure of its own.
 */
export function stepsOn(devices: readonly Device[]) {
  let broken = false
  const faults = () => devices.flatMap((device) => device.faults)
  return (name: string, work: () => Promise<void>, timeout = 180_000) =>
    test(
      name,
      async ({ skip }) => {
        skip(broken, "a step before this one failed")
        broken = true // until the end of the step: it may also run out of time
        try {
          await work()
          expect(faults()).toEqual([])
          broken = false
        } catch (error) {
          const pictures = await Promise.all(devices.map(({ page }) => picture(page)))
          if (error instanceof Error)
            error.message += `\nPictures: ${pictures.join(" ")}\n${faults().join("\n")}`
          throw error
        }
      },
      timeout,
    )
}
