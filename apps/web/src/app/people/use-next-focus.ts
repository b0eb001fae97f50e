import { useEffect, useRef } from "react"

/**
 * After a click that takes its own button away, the keyboard goes on at what stands in that place now: the next
 * problem, or the last one, or `onNothingLeft`. `changed` is what the click changes.
 */
export function useNextFocus(changed: unknown, onNothingLeft: () => void) {
  const list = useRef<HTMLDivElement>(null)
  const place = useRef<number | null>(null)
  const leave = useRef(onNothingLeft)
  leave.current = onNothingLeft
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was changed takes buttons away
  useEffect(() => {
    if (place.current === null) return
    const left = problems(list.current)
    const next = left[Math.min(place.current, left.length - 1)]
    place.current = null
    if (next) next.focus()
    else leave.current()
  }, [changed])
  // When the list itself goes with its last problem, its effects do not run any more.
  useEffect(
    () => () => {
      if (place.current !== null) leave.current()
    },
    [],
  )
  return {
    list,
    goOnFrom(button: HTMLElement) {
      const mine = button.closest<HTMLElement>("[data-problem]")
      place.current = mine === null ? 0 : Math.max(0, problems(list.current).indexOf(mine))
    },
  }
}

/** What can be mended and is to be seen, from the top. */
function problems(list: HTMLElement | null): HTMLElement[] {
  const all = [...(list?.querySelectorAll<HTMLElement>("[data-problem]") ?? [])]
  return all.filter((problem) => problem.offsetParent !== null)
}
