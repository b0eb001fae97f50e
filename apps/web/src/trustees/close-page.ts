import { answerChallenge, type SealingKey } from "@throughline/ballot"
import { element } from "../respond/element.ts"
import { admitBallots, fetchAll, type Opened, openAll, type Progress } from "./open-ballots.ts"
import { ownKeyForm } from "./own-key.ts"
import { actions, button, createStatus, folded, paragraph, people, run, type Status, way } from "./parts.ts"
import { provenBy } from "./proof.ts"
import { joinHanded, openOwnShare, sealHanded } from "./shares.ts"
import type { Visit } from "./visit.ts"

/** Step 4: hand one's share to another trustee, or open the answers with a share that was handed over. */
export function closePage(visit: Visit, now: Date): Node[] {
  const { seen } = visit
  const own = seen.trustees.find(({ seat }) => seat === seen.seat)
  const given = seen.trustees.find(({ seat }) => seat === own?.handedTo)
  const givers = seen.handed.map(({ from }) => nameIn(visit)(from)).join(" and ")
  const title =
    givers !== ""
      ? "Open the answers"
      : given !== undefined
        ? "Your share is handed over"
        : "The survey has closed"
  const lead =
    givers !== ""
      ? `${givers} handed you a share. With yours, this browser opens the answers, shuffles them and sends them to be counted.`
      : given !== undefined
        ? `${given.name} can open the answers now. You need not do anything more.`
        : "Its answers stay sealed until two of you open them together. One hands their share to another; the other opens."
  return [
    paragraph(seen.survey.name, "kicker"),
    element("h1", {}, title),
    paragraph(lead, "lead"),
    way(3),
    ...beforeDate(visit, now),
    ...(givers !== "" ? openForm(visit) : handForm(visit)),
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

async function ownShare(visit: Visit, key: SealingKey, status: Status) {
  const { seen } = visit
  const named = { ...seen, sealingKey: seen.manifest?.sealingKey ?? "" }
  const own = await openOwnShare(key, named)
  if (!("fault" in own)) return own
  status.fails(
    "Your key does not open your share of this survey's key, or the server gave parts that do not fit. Nothing was passed on. The other two can still open together.",
  )
  return undefined
}

const nameIn = (visit: Visit) => (seat: number) =>
  visit.seen.trustees.find((one) => one.seat === seat)?.name ?? ""

/** Handing over, with the key from the form that stands above. */
function handButtons(visit: Visit, form: ReturnType<typeof ownKeyForm>, status: Status): Node[] {
  const { seen, api } = visit
  const others = seen.trustees.filter(({ seat }) => seat !== seen.seat)
  const hand = (to: number) => (pressed: HTMLButtonElement) =>
    run(pressed, status, async () => {
      const key = await form.open()
      const own = key && (await ownShare(visit, key, status))
      if (key === undefined || own === undefined) return
      status.says("Handing your share over…")
      const sealed = await sealHanded(own, seen.survey.id, to)
      await api.postHanded({ to, sealed, proof: await provenBy(key, seen) })
      await visit.lookAgain()
    })
  return [
    paragraph("Your share goes sealed, so that only the key of the other trustee opens it."),
    actions(...others.map(({ seat, name }) => button(`Hand my share to ${name}`, hand(seat)))),
  ]
}

function handForm(visit: Visit): Node[] {
  const { seen } = visit
  const status = createStatus()
  const form = ownKeyForm(visit, status)
  const content = [...form.nodes, ...status.nodes, ...handButtons(visit, form, status)]
  const isGiven = seen.trustees.some(({ seat, handedTo }) => seat === seen.seat && handedTo !== null)
  return isGiven ? [folded("Hand it over again, or to the other trustee", ...content)] : content
}

/** Opening; and handing over, because what one was handed may be junk, and then the two others can still open. */
function openForm(visit: Visit): Node[] {
  const { seen, api } = visit
  const status = createStatus()
  const form = ownKeyForm(visit, status)
  let ready: { opened: Opened[]; proof: string } | undefined
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
      ready ??= await openThem()
      if (ready === undefined) return
      tell({ step: "send", done: 0, total: 1 })
      await api.postOpened(ready.opened, ready.proof, (done, total) => tell({ step: "send", done, total }))
      await visit.lookAgain()
    }),
  )

  async function openThem(): Promise<typeof ready> {
    const { manifest, survey, seat, cohorts } = seen
    const key = await form.open()
    const own = key && (await ownShare(visit, key, status))
    if (manifest === null || key === undefined || own === undefined) return undefined
    const joined = await joinHanded(key, own, survey.id, seen.handed)
    if (joined.key === undefined) {
      status.fails(wordsOfJunk(joined.junk.map(nameIn(visit))))
      return undefined
    }
    tell({ step: "fetch", done: 0, total: 1 })
    const { ballots, challenge } = await fetchAll(api.ballots, tell)
    const verdict = await admitBallots(visit.vault, manifest.sealingKey, manifest.k, ballots)
    if (verdict !== "yes") {
      status.fails(
        verdict === "too-few"
          ? `The server gave fewer than ${manifest.k} ballots. Opening so few could show what single people answered, so nothing was opened.`
          : "These are not the ballots that were opened here before. Two looks at different ballots could show what one person answered, so nothing was opened. Tell the other trustees.",
      )
      return undefined
    }
    const proof = (await answerChallenge(joined.key, survey.id, seat, challenge)) ?? ""
    return { opened: await openAll(joined.key, manifest, cohorts, ballots, tell), proof }
  }

  return [
    ...form.nodes,
    ...status.nodes,
    ...(visit.vault === undefined
      ? [
          paragraph(
            "This browser keeps nothing for this page, so it cannot notice if the server gave other ballots at a second look. Open the answers once only here, or use another browser.",
            "notice",
          ),
        ]
      : []),
    paragraph(
      "Keep this page open until it says that the answers are counted. Whatever interrupts it, you can begin again.",
    ),
    actions(open),
    folded("Hand my share over instead", ...handButtons(visit, form, status)),
  ]
}

/** Nobody can block the other two: whoever was handed junk learns from whom, and can hand over to the third. */
export function wordsOfJunk(names: readonly string[]): string {
  return `What ${names.join(" and ")} handed you is no share of this survey's key, so nothing was opened. Ask for it once more, or open with the other trustee: hand your share over below, or have theirs handed to you.`
}
