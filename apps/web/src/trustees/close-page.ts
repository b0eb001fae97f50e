import type { SealingKey } from "@throughline/ballot"
import { element } from "../respond/element.ts"
import { fetchAll, fingerprintOf, mayOpen, type Opened, openAll, type Progress } from "./open-ballots.ts"
import { keyFileForm } from "./own-key.ts"
import { actions, button, createStatus, folded, paragraph, people, run, way } from "./parts.ts"
import { joinHanded, openOwnShare, sealHanded } from "./shares.ts"
import type { Visit } from "./visit.ts"

/** Step 4: hand one's share to another trustee, or open the answers with a share that was handed over. */
export function closePage(visit: Visit, now: Date): Node[] {
  const { seen } = visit
  const own = seen.trustees.find(({ seat }) => seat === seen.seat)
  const given = seen.trustees.find(({ seat }) => seat === own?.handedTo)
  const giver = seen.trustees.find(({ seat }) => seat === seen.handed[0]?.from)
  const title =
    giver !== undefined
      ? "Open the answers"
      : given !== undefined
        ? "Your share is handed over"
        : "The survey has closed"
  const lead =
    giver !== undefined
      ? `${giver.name} has handed you their share. With yours, this browser opens the answers, shuffles them and sends them to be counted.`
      : given !== undefined
        ? `${given.name} can open the answers now. You need not do anything more.`
        : "Its answers stay sealed until two of you open them together. One hands their share to another; the other opens."
  return [
    paragraph(seen.survey.name, "kicker"),
    element("h1", {}, title),
    paragraph(lead, "lead"),
    way(3),
    ...beforeDate(visit, now),
    ...(giver !== undefined ? openForm(visit) : handForm(visit)),
    people(seen),
    paragraph(
      "Two of three suffice: if one of you has lost their file, the other two can open without them.",
      "note",
    ),
  ]
}

/** A server that opens the box early has to have two members of HR who wanted it so; whoever opens should know. */
function beforeDate({ seen }: Visit, now: Date): Node[] {
  const promised = seen.manifest?.closesAt
  if (promised === undefined || now >= new Date(promised)) return []
  return [
    paragraph(
      "The date that was promised to respondents has not come yet. Closing earlier takes two members of HR: ask HR whether they have agreed to it before you go on.",
      "notice",
    ),
  ]
}

/** The own key from this browser, or from the file where the browser does not have it. */
function keyForm(visit: Visit, status: ReturnType<typeof createStatus>) {
  const publicKey = visit.seen.trustees.find(({ seat }) => seat === visit.seen.seat)?.publicKey ?? ""
  const form = keyFileForm(publicKey, status)
  return {
    nodes: visit.keptHere ? [] : form.nodes,
    open: async (): Promise<SealingKey | undefined> =>
      (visit.keptHere ? await visit.vault?.read(publicKey) : undefined) ?? (await form.open()),
  }
}

async function ownShare(visit: Visit, key: SealingKey, status: ReturnType<typeof createStatus>) {
  const { survey, manifest, seat, sealedShare } = visit.seen
  const named = { id: survey.id, sealingKey: manifest?.sealingKey ?? "" }
  const own = await openOwnShare(key, named, seat, sealedShare ?? "")
  if (own === undefined)
    status.fails("Your key does not open a share of this survey's key. Nothing was passed on.")
  return own
}

function handForm(visit: Visit): Node[] {
  const { seen, api } = visit
  const status = createStatus()
  const form = keyForm(visit, status)
  const others = seen.trustees.filter(({ seat }) => seat !== seen.seat)
  const hand = (to: number) => (pressed: HTMLButtonElement) =>
    run(pressed, status, async () => {
      const key = await form.open()
      const own = key && (await ownShare(visit, key, status))
      if (own === undefined) return
      status.says("Handing your share over…")
      await api.postHanded(to, await sealHanded(own, seen.survey.id, seen.seat, to))
      await visit.lookAgain()
    })
  const content = [
    ...form.nodes,
    ...status.nodes,
    paragraph("Your share goes sealed, so that only the key of the other trustee opens it."),
    actions(...others.map(({ seat, name }) => button(`Hand my share to ${name}`, hand(seat)))),
  ]
  const isGiven = seen.trustees.some(({ seat, handedTo }) => seat === seen.seat && handedTo !== null)
  return isGiven ? [folded("Hand it to the other trustee instead", ...content)] : content
}

function openForm(visit: Visit): Node[] {
  const { seen, api } = visit
  const status = createStatus()
  const form = keyForm(visit, status)
  let opened: Opened[] | undefined
  const tell = ({ step, done, total }: Progress) => {
    const words = {
      fetch: "Fetching the sealed answers…",
      open: "Opening and shuffling…",
      send: "Sending to be counted…",
    }
    status.says(words[step], total === 0 ? 1 : done / total)
  }
  const open = button("Open the answers", (pressed) =>
    run(pressed, status, async () => {
      // What has been opened once is sent again when only the sending failed.
      opened ??= await openThem()
      if (opened === undefined) return
      tell({ step: "send", done: 0, total: 1 })
      await api.postOpened(opened, (done, total) => tell({ step: "send", done, total }))
      await visit.lookAgain()
    }),
  )

  async function openThem(): Promise<Opened[] | undefined> {
    const { manifest, survey, seat, cohorts } = seen
    const [handed] = seen.handed
    const key = await form.open()
    const own = key && (await ownShare(visit, key, status))
    if (manifest === null || handed === undefined || key === undefined || own === undefined) return undefined
    const joined = await joinHanded(key, own, survey.id, seat, handed)
    if (typeof joined === "string") {
      status.fails(
        "The share you were handed does not go with yours. Ask the other trustee to hand it to you again.",
      )
      return undefined
    }
    tell({ step: "fetch", done: 0, total: 1 })
    const ballots = await fetchAll(api.ballots, tell)
    const fingerprint = await fingerprintOf(ballots)
    const before = (await visit.vault?.openedBallots(key.publicKey)) ?? null
    const verdict = mayOpen(ballots, manifest.k, fingerprint, before)
    if (verdict !== "yes") {
      status.fails(
        verdict === "too-few"
          ? `The server gave fewer than ${manifest.k} ballots. Opening so few could show what single people answered, so nothing was opened.`
          : "These are not the ballots that you opened here before. Two looks at different ballots could show what one person answered, so nothing was opened. Tell the other trustees.",
      )
      return undefined
    }
    await visit.vault?.noteOpened(key.publicKey, fingerprint)
    return await openAll(joined, manifest, cohorts, ballots, tell)
  }

  return [
    ...form.nodes,
    ...status.nodes,
    paragraph(
      "Keep this page open until it says that the answers are counted. Whatever interrupts it, you can begin again.",
    ),
    actions(open),
  ]
}
