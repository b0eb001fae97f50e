import type { Instrument } from "@throughline/instrument"
import { isFailure } from "../failure.ts"
import { type Conflict, mergeDrafts, putAt, same } from "./merge-drafts.ts"

/** A draft as the server holds it. */
export interface StoredDraft {
  revision: number
  body: Instrument
}

/** Where changes go, and what is there. save fails with "instrument.changed" when the revision is not the newest. */
export interface DraftDoor {
  save(draft: StoredDraft): Promise<{ revision: number }>
  load(): Promise<StoredDraft>
}

/** What was not saved when the tab was closed or reloaded. */
export interface Notebook {
  read(): (StoredDraft & { base: Instrument }) | null
  write(entry: (StoredDraft & { base: Instrument }) | null): void
}

export interface DraftState {
  instrument: Instrument
  /** Of what the server holds. */
  revision: number
  /** "undecided": somebody else changed the same text; nothing is saved until one of the two is chosen. */
  saving: "saved" | "waiting" | "failed" | "undecided"
  error: unknown
  conflicts: Conflict[]
  /** Whether somebody else's changes were joined in since the page was opened. */
  joined: boolean
}

export interface KeptDraft {
  state(): DraftState
  listen(tell: () => void): () => void
  change(make: (instrument: Instrument) => Instrument): void
  settle(path: string, side: "mine" | "theirs"): void
  saveNow(): Promise<void>
}

/**
 * Holds a draft while it is edited: every change saves itself shortly afterwards, one request at a time. When somebody
 * else was faster, both drafts are joined; only a text that both changed waits for a decision, and neither is lost.
 */
export function keepDraft(
  door: DraftDoor,
  stored: StoredDraft,
  notebook: Notebook,
  pause: number = 700,
): KeptDraft {
  let { revision, body: base } = stored
  let state: DraftState = {
    instrument: stored.body,
    revision,
    saving: "saved",
    error: null,
    conflicts: [],
    joined: false,
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  const listeners = new Set<() => void>()

  function set(part: Partial<DraftState>) {
    state = { ...state, ...part, revision }
    notebook.write(state.saving === "saved" ? null : { revision, base, body: state.instrument })
    for (const tell of listeners) tell()
  }

  function schedule() {
    clearTimeout(timer)
    timer = setTimeout(() => void saveNow(), pause)
  }

  function saveNow(): Promise<void> {
    clearTimeout(timer)
    running ??= push().finally(() => {
      running = undefined
      if (state.saving === "waiting") schedule()
    })
    return running
  }

  async function push() {
    if (state.saving === "saved" || state.conflicts.length > 0) return
    const sent = state.instrument
    try {
      ;({ revision } = await door.save({ revision, body: sent }))
      base = sent
      set({ saving: state.instrument === sent ? "saved" : "waiting", error: null })
    } catch (error) {
      if (isFailure(error) && error.code === "instrument.changed") await joinTheirs()
      else set({ saving: "failed", error })
    }
  }

  async function joinTheirs() {
    try {
      const theirs = await door.load()
      const { merged, conflicts } = mergeDrafts(base, state.instrument, theirs.body)
      base = theirs.body
      revision = theirs.revision
      const saving = conflicts.length > 0 ? "undecided" : same(merged, theirs.body) ? "saved" : "waiting"
      set({ instrument: merged, conflicts, saving, joined: true, error: null })
    } catch (error) {
      set({ saving: "failed", error })
    }
  }

  const left = notebook.read()
  if (left !== null) {
    // Written against what was there then; what has come since is joined in.
    const { merged, conflicts } = mergeDrafts(left.base, left.body, stored.body)
    const unsaved = !same(merged, stored.body)
    const saving = conflicts.length > 0 ? "undecided" : unsaved ? "waiting" : "saved"
    set({ instrument: merged, conflicts, saving })
    if (saving === "waiting") schedule()
  }

  return {
    state: () => state,
    listen(tell) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    change(make) {
      const instrument = make(state.instrument)
      if (same(instrument, state.instrument)) return
      set({ instrument, saving: state.conflicts.length > 0 ? "undecided" : "waiting" })
      if (state.saving === "waiting") schedule()
    },
    settle(path, side) {
      const conflict = state.conflicts.find((one) => one.path === path)
      if (!conflict) return
      const conflicts = state.conflicts.filter((one) => one !== conflict)
      const instrument = side === "theirs" ? putAt(state.instrument, path, conflict.theirs) : state.instrument
      set({ instrument, conflicts, saving: conflicts.length > 0 ? "undecided" : "waiting" })
      if (conflicts.length === 0) schedule()
    },
    saveNow,
  }
}
