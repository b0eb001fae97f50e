import { Button, Group, Modal } from "@mantine/core"
import { useEffect, useState } from "react"
import type { AroundNavHandler } from "wouter"

// What is unsaved on the screen that is open, in words; "" when nothing is.
let unsaved = ""

/** While what is not "", leaving the page asks first. */
export function useUnsaved(what: string): void {
  useEffect(() => {
    unsaved = what
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    if (what !== "") window.addEventListener("beforeunload", ask)
    return () => {
      unsaved = ""
      window.removeEventListener("beforeunload", ask)
    }
  }, [what])
}

export interface Guard {
  aroundNav: AroundNavHandler
  waiting: { what: string; go: () => void } | null
  stay: () => void
}

export function useLeaveGuard(): Guard {
  const [waiting, setWaiting] = useState<Guard["waiting"]>(null)
  const aroundNav: AroundNavHandler = (navigate, to, options) => {
    if (unsaved === "") return navigate(to, options)
    const what = unsaved
    setWaiting({
      what,
      go: () => {
        unsaved = ""
        setWaiting(null)
        navigate(to, options)
      },
    })
  }
  return { aroundNav, waiting, stay: () => setWaiting(null) }
}

export function LeaveGuard({ guard }: { guard: Guard }) {
  return (
    <Modal opened={guard.waiting !== null} onClose={guard.stay} title="Leave without saving?" centered>
      <p style={{ marginTop: 0 }}>{guard.waiting?.what} not saved yet.</p>
      <Group justify="end">
        <Button variant="default" onClick={guard.waiting?.go}>
          Leave without saving
        </Button>
        <Button onClick={guard.stay} data-autofocus>
          Stay here
        </Button>
      </Group>
    </Modal>
  )
}
