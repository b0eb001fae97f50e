import { type Draft, saveDraft } from "./draft.ts"
import type { Shelf } from "./shelf.ts"

/**
 * Saves the newest state of a draft, one at a time and in order, as often as it is told to: while one save runs, any
 * number of further ones become one.
 *
 * @param onLost told once, when a save fails for the first time
 */
export function createSaver(
  current: () => { shelf: Shelf; id: string; draft: Draft; correcting: boolean } | undefined,
  onLost: () => void,
) {
  let running: Promise<void> | undefined
  let waiting = false
  let lost = false

  async function run() {
    do {
      waiting = false
      const now = current()
      // A full disk must not stop anybody from answering: the draft is still in memory, and sending needs no storage.
      if (now) await saveDraft(now.shelf, now.id, now.draft, now.correcting).catch(lose)
    } while (waiting)
    running = undefined
  }

  function lose() {
    if (lost) return
    lost = true
    onLost()
  }

  return {
    /** Whether a save has failed: then what is kept may be older than what was answered. */
    lost: () => lost,
    save() {
      if (running) waiting = true
      else running = run()
    },
    /** When nothing is left to save. */
    async settled() {
      if (current()) this.save()
      await running
    },
  }
}
