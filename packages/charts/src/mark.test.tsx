import type { KeyboardEvent, ReactElement } from "react"
import { expect, test, vi } from "vitest"
import { Mark } from "./mark.tsx"

interface Handlers {
  onClick(): void
  onKeyDown(event: KeyboardEvent): void
}

const key = (name: string) => ({ key: name, preventDefault: () => undefined }) as KeyboardEvent

test("a mark is chosen with a click, Enter and the space bar, and with no other key", () => {
  const onSelect = vi.fn()
  const { props } = Mark({ label: "Layer 3", onSelect, children: null }) as ReactElement<Handlers>
  props.onClick()
  props.onKeyDown(key("Enter"))
  props.onKeyDown(key(" "))
  props.onKeyDown(key("Tab"))
  props.onKeyDown(key("a"))
  expect(onSelect).toHaveBeenCalledTimes(3)
})
