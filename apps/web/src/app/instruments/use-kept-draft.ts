import { useQueryClient } from "@tanstack/react-query"
import type { Instrument } from "@throughline/instrument"
import { useEffect, useState, useSyncExternalStore } from "react"
import { api, type InstrumentDetail } from "../api.ts"
import { type KeptDraft, keepDraft, type Notebook, type StoredDraft } from "./keep-draft.ts"

/** The draft of one instrument while its editor is open. */
export function useKeptDraft(stored: InstrumentDetail): KeptDraft {
  const queries = useQueryClient()
  const [draft] = useState(() => {
    const key = ["instrument", stored.id]
    // What is saved is what the next visit begins with, without a request in between.
    const remember = (part: Partial<InstrumentDetail>) =>
      queries.setQueryData<InstrumentDetail>(key, (before) => before && { ...before, ...part })
    return keepDraft(
      {
        async save({ revision, body }) {
          const saved = await api.saveInstrument(stored.id, { revision, body })
          remember({ ...saved, body })
          void queries.invalidateQueries({ queryKey: ["instruments"] })
          return saved
        },
        async load() {
          const theirs = await api.instrument(stored.id)
          remember(theirs)
          return theirs
        },
      },
      { revision: stored.revision, body: stored.body },
      notebookOf(stored.id),
    )
  })
  useEffect(() => {
    // Back on the network: what could not be sent is sent now.
    const again = () => void draft.saveNow()
    // Closing the tab within the pause before a save: the browser asks, and meanwhile it is saved.
    const closing = (event: BeforeUnloadEvent) => {
      if (draft.state().saving !== "waiting") return
      event.preventDefault()
      again()
    }
    window.addEventListener("online", again)
    window.addEventListener("beforeunload", closing)
    return () => {
      window.removeEventListener("online", again)
      window.removeEventListener("beforeunload", closing)
      // Another screen is opened: what waits goes out at once.
      again()
    }
  }, [draft])
  return draft
}

export function useDraftState(draft: KeptDraft) {
  return useSyncExternalStore(draft.listen, draft.state)
}

/** Kept in this tab only, and only while something is not saved. */
function notebookOf(id: string): Notebook {
  const key = `throughline.instrument-draft.${id}`
  return {
    read() {
      try {
        const text = sessionStorage.getItem(key)
        return text === null ? null : (JSON.parse(text) as StoredDraft & { base: Instrument })
      } catch {
        return null
      }
    },
    write(entry) {
      try {
        if (entry === null) sessionStorage.removeItem(key)
        else sessionStorage.setItem(key, JSON.stringify(entry))
      } catch {
        // Storage may be switched off or full; then the draft lives as long as the page.
      }
    },
  }
}
