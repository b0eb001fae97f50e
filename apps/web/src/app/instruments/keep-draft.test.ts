import { describe, expect, test } from "vitest"
import { failure } from "../failure.ts"
import { withText } from "./instrument-texts.ts"
import { type DraftDoor, keepDraft, type Notebook, type StoredDraft } from "./keep-draft.ts"
import { small } from "./testing-instrument.ts"

const german = "questions/aims-1/text"
const reword = (text: string) => (instrument: typeof small) => withText(instrument, german, "de", text)

/** One draft with a revision, as the API holds it, and whoever else edits it. */
function server() {
  let held: StoredDraft = { revision: 1, body: small }
  const door: DraftDoor & { away: boolean; saved: number } = {
    away: false,
    saved: 0,
    async save({ revision, body }) {
      if (door.away) throw failure("connection.lost")
      if (revision !== held.revision) throw failure("instrument.changed")
      door.saved += 1
      held = { revision: revision + 1, body }
      return { revision: held.revision }
    },
    load: async () => held,
  }
  const somebodyElse = (make: (instrument: typeof small) => typeof small) => {
    held = { revision: held.revision + 1, body: make(held.body) }
  }
  return { door, somebodyElse, held: () => held }
}

function paper(): Notebook & { entry: ReturnType<Notebook["read"]> } {
  const made: Notebook & { entry: ReturnType<Notebook["read"]> } = {
    entry: null,
    read: () => made.entry,
    write: (entry) => {
      made.entry = entry
    },
  }
  return made
}

function opened() {
  const { door, somebodyElse, held } = server()
  const notebook = paper()
  return { door, somebodyElse, held, notebook, draft: keepDraft(door, held(), notebook, 1) }
}

describe("a draft that saves itself", () => {
  test("says that it waits, then that it is saved, and sends what was typed last", async () => {
    const { draft, held, notebook } = opened()
    draft.change(reword("Eins"))
    draft.change(reword("Zwei"))
    expect(draft.state().saving).toBe("waiting")
    expect(notebook.entry).not.toBeNull()
    await draft.saveNow()
    expect(draft.state().saving).toBe("saved")
    expect(held()).toEqual({ revision: 2, body: reword("Zwei")(small) })
    expect(notebook.entry).toBeNull()
  })

  test("sends nothing for a change that changes nothing", () => {
    const { draft, door } = opened()
    draft.change((instrument) => ({ ...instrument }))
    expect(draft.state().saving).toBe("saved")
    expect(door.saved).toBe(0)
  })

  test("saves by itself, also what was typed while a request was on its way", async () => {
    const { draft, held } = opened()
    draft.change(reword("Eins"))
    const first = draft.saveNow()
    draft.change(reword("Zwei"))
    await first
    expect(draft.state().saving).toBe("waiting")
    await expect.poll(() => draft.state().saving).toBe("saved")
    expect(held().body).toEqual(reword("Zwei")(small))
  })

  test("keeps what could not be sent, says so, and sends it when asked again", async () => {
    const { draft, door, held } = opened()
    door.away = true
    draft.change(reword("Eins"))
    await draft.saveNow()
    expect(draft.state()).toMatchObject({ saving: "failed", error: { code: "connection.lost" } })
    door.away = false
    await draft.saveNow()
    expect(draft.state()).toMatchObject({ saving: "saved", error: null })
    expect(held().body).toEqual(reword("Eins")(small))
  })

  test("what a closed tab had not saved comes back, together with what came since", () => {
    const { draft, door, somebodyElse, held, notebook } = opened()
    draft.change(reword("Eins"))
    somebodyElse((instrument) => withText(instrument, "name", "de", "Winzig"))
    const again = keepDraft(door, held(), notebook, 1_000_000)
    expect(again.state()).toMatchObject({ saving: "waiting", conflicts: [] })
    expect(again.state().instrument).toEqual(withText(reword("Eins")(small), "name", "de", "Winzig"))
  })
})

describe("somebody else who edits the same draft", () => {
  test("is joined in when it is about something else", async () => {
    const { draft, somebodyElse, held } = opened()
    somebodyElse((instrument) => withText(instrument, "name", "de", "Winzig"))
    draft.change(reword("Eins"))
    await draft.saveNow()
    await expect.poll(() => draft.state().saving).toBe("saved")
    expect(draft.state().joined).toBe(true)
    expect(held().body).toEqual(withText(reword("Eins")(small), "name", "de", "Winzig"))
  })

  test.each(["mine", "theirs"] as const)("is not overwritten: the choice of %s decides", async (side) => {
    const { draft, door, somebodyElse, held } = opened()
    somebodyElse(reword("Ihres"))
    draft.change(reword("Meins"))
    await draft.saveNow()
    expect(draft.state()).toMatchObject({
      saving: "undecided",
      conflicts: [{ path: `${german}/de`, mine: "Meins", theirs: "Ihres" }],
    })
    expect(draft.state().instrument).toEqual(reword("Meins")(small))
    // Nothing goes out before the decision, whatever else is changed.
    draft.change((instrument) => withText(instrument, "name", "de", "Winzig"))
    await draft.saveNow()
    expect(door.saved).toBe(0)
    expect(held().body).toEqual(reword("Ihres")(small))
    draft.settle(`${german}/de`, side)
    await draft.saveNow()
    await expect.poll(() => draft.state().saving).toBe("saved")
    const wanted = side === "mine" ? "Meins" : "Ihres"
    expect(held().body).toEqual(withText(reword(wanted)(small), "name", "de", "Winzig"))
  })
})
