import { useEffect, useRef, useState } from "react"
import { type StepId, stepIds } from "./set-up-steps.ts"

function fromHash(): StepId | null {
  return stepIds.find((id) => window.location.hash === `#${id}`) ?? null
}

/** Which step is open: one at most, and it stands in the address, so that a link leads to it. */
export function useOpenStep() {
  const [open, setOpen] = useState<StepId | null>(fromHash)
  const moving = useRef<StepId | null>(open)
  useEffect(() => {
    const follow = () => {
      moving.current = fromHash()
      setOpen(fromHash())
    }
    window.addEventListener("hashchange", follow)
    return () => window.removeEventListener("hashchange", follow)
  }, [])
  // Opened from elsewhere, the keyboard and the eye go on at its head.
  useEffect(() => {
    if (open === null || moving.current !== open) return
    moving.current = null
    const head = document.getElementById(`${open}-head`)
    head?.focus({ preventScroll: true })
    document.getElementById(open)?.scrollIntoView({ block: "start" })
  }, [open])

  function write(id: StepId | null) {
    const { pathname, search } = window.location
    window.history.replaceState(
      window.history.state,
      "",
      `${pathname}${search}${id === null ? "" : `#${id}`}`,
    )
    setOpen(id)
  }
  return {
    open,
    /** Opens it, or closes it when it is open; the focus stays on its head, where it is. */
    toggle: (id: StepId) => write(id === open ? null : id),
    /** Opens it and moves there. */
    go: (id: StepId) => {
      moving.current = id
      if (id === open) document.getElementById(`${id}-head`)?.focus()
      write(id)
    },
  }
}
