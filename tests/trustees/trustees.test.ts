// A survey whose key three trustees hold, from the naming to the release: the page's functions over the real API.
import { answerChallenge, createSealingKey } from "@throughline/ballot"
import { type Db, withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, describe, expect, test } from "vitest"
import type { Session } from "../../apps/api/src/auth/session.ts"
import { addMember } from "../../apps/api/src/members/add-member.ts"
import { invite } from "../../apps/api/src/members/invite.ts"
import { closeSurvey } from "../../apps/api/src/surveys/close-survey.ts"
import { launchSurvey } from "../../apps/api/src/surveys/launch-survey.ts"
import { inHours, moveSurvey } from "../../apps/api/src/surveys/testing.ts"
import { type Caller, openTestApp, type TestApp } from "../../apps/api/src/testing.ts"
import { openedGuards } from "../../apps/api/src/trustees/admit-opened.ts"
import { asTrustee } from "../../apps/api/src/trustees/as-trustee.ts"
import { handShare } from "../../apps/api/src/trustees/hand-share.ts"
import { readBallots } from "../../apps/api/src/trustees/read-ballots.ts"
import { remindTrustees } from "../../apps/api/src/trustees/remind-trustees.ts"
import type { TrusteeOpening } from "../../apps/api/src/trustees/schemas.ts"
import { takeDealing, takeTried } from "../../apps/api/src/trustees/take-key.ts"
import { takeOpened } from "../../apps/api/src/trustees/take-opened.ts"
import { waitsForTrustees } from "../../apps/api/src/trustees/waits-for-trustees.ts"
import { openAll } from "../../apps/web/src/trustees/open-ballots.ts"
import { provenBy } from "../../apps/web/src/trustees/proof.ts"
import { dealOwn, sealHanded } from "../../apps/web/src/trustees/shares.ts"
import type { BallotPage } from "../../apps/web/src/trustees/trustee-api.ts"
import { answer, trusteeDraft } from "./company.ts"
import { everyFile, everythingStored, found } from "./haystack.ts"
import {
  bring,
  dealFor,
  fine,
  handTo,
  joinedKey,
  openInBrowser,
  openShare,
  prepareTrustees,
  type Seat,
  three,
} from "./seats.ts"

eachDatabase((_name, open) => {
  let api: TestApp
  /** Sees all of the database, as whoever runs it does. */
  let owner: Db
  beforeAll(async () => {
    const database = await open()
    owner = database.db
    api = await openTestApp(database, { demo: true })
    return () => api.remove()
  })

  /** A survey that two trustees are needed for: launched, answered, past its date. */
  async function closing(posted: string[] = []) {
    const draft = await trusteeDraft(api, posted)
    const { hr, surveyId, seats } = draft
    await prepareTrustees(seats)
    expect((await hr.call("POST", `/api/surveys/${surveyId}/launch`)).status).toBe(200)
    const sealed = await answer(api, hr, surveyId, 0.8)
    await moveSurvey(api, hr.organizationId, surveyId, { closes_at: inHours(-1) })
    await closeSurvey(api.deps, hr.organizationId, surveyId)
    return { ...draft, sealed }
  }
  const state = async ({ hr, surveyId }: { hr: Caller; surveyId: string }) =>
    ((await hr.call("GET", `/api/surveys/${surveyId}`)).json as { state: string }).state

  test("from three names to a release; whatever was sent or stored holds no key and no share", async () => {
    const posted: string[] = []
    const stored: string[] = []
    const run = await closing(posted)
    const { hr, surveyId, seats, sealed } = run
    const [one, two] = seats
    const [s1, s2, s3] = await Promise.all(seats.map(async (seat) => (await openShare(seat)).share))
    const shares = { s1: s1 ?? "", s2: s2 ?? "", s3: s3 ?? "" }
    stored.push(await everythingStored(owner), everyFile(api.keyDirectory))

    // It waits, however often the sweep comes by, and says so without an alarm.
    expect(await waitsForTrustees(api.deps, hr.organizationId, surveyId)).toBe(true)
    await closeSurvey(api.deps, hr.organizationId, surveyId)
    expect((await hr.call("GET", `/api/surveys/${surveyId}`)).json).toMatchObject({
      state: "closing",
      sealing: "trustees",
      trustees: three.map(({ name }) => ({ name, hasTried: true, handedTo: null })),
    })

    await handTo(one, 2)
    const key = await joinedKey(two)
    const brought = await openInBrowser(two)
    expect(brought.openings.map((one) => JSON.stringify(one.ok && one.answers)).sort()).toEqual(
      sealed.map((answers) => JSON.stringify(sorted(answers))).sort(),
    )
    stored.push(await everythingStored(owner))
    expect(await fine(bring(two, brought))).toEqual({ state: "closed" })
    expect(await state(run)).toBe("closed")
    expect((await hr.call("GET", `/api/surveys/${surveyId}/release`)).status).toBe(200)
    stored.push(await everythingStored(owner), everyFile(api.keyDirectory))

    const secrets = {
      survey: key.privateKey,
      one: one.key.privateKey,
      two: two.key.privateKey,
      three: seats[2].key.privateKey,
      ...shares,
    }
    const haystack = [...posted, ...stored].join("\n")
    // What is looked for would be found: the public halves, which are there, are.
    expect(found(haystack, { public: one.key.publicKey, sealing: key.publicKey })).toEqual([
      "public",
      "sealing",
    ])
    expect(found(haystack, secrets)).toEqual([])
    // Sealed shares are gone with the ballots.
    expect((await one.look()).parts).toEqual([null, null, null])
    expect((await two.look()).handed).toEqual([])
  })

  test("a page that sent its share or key in the clear would be found", async () => {
    const posted: string[] = []
    const run = await closing(posted)
    const [one, two] = run.seats
    const { share } = await openShare(one)
    const kept = () => Promise.all([...posted, everythingStored(owner)])
    const secrets = { share, key: one.key.privateKey }
    expect(found((await kept()).join("\n"), secrets)).toEqual([])
    // The guard is the sealing: without it the same request carries the share as it is.
    await handTo(one, 2, share)
    expect(found((await kept()).join("\n"), secrets)).toEqual(["share"])
    await handTo(one, 2, one.key.privateKey)
    expect(found((await kept()).join("\n"), secrets)).toEqual(["share", "key"])
    expect((await two.look()).handed).toHaveLength(1)
  })

  test("no launch before all three have tried; a test that takes the guard away sees one nobody can open", async () => {
    const { hr, surveyId, seats } = await trusteeDraft(api)
    const launch = () => hr.call("POST", `/api/surveys/${surveyId}/launch`)
    expect(await launch()).toMatchObject({ status: 409, json: { code: "survey.trustees-untried" } })
    await prepareTrustees(seats)
    // One of them has lost the file: a new key makes all that was dealt void.
    await fine(
      seats[0].ask("POST", "/key", {
        publicKey: (await createSealingKey()).publicKey,
      }),
    )
    expect(await launch()).toMatchObject({ status: 409, json: { code: "survey.trustees-untried" } })
    const { organizationId } = hr
    await launchSurvey(api.deps, organizationId, surveyId, "now", undefined, undefined, async () => ({
      sealingKey: seats[0].key.publicKey,
      names: [],
    }))
    expect(await state({ hr, surveyId })).toBe("open")
    expect((await seats[1].look()).parts).toEqual([null, null, null])
  })

  test("the promise names the three, and the recovery shares of the server's key are void", async () => {
    const { hr, surveyId, seats } = await trusteeDraft(api)
    expect(await hr.call("POST", `/api/surveys/${surveyId}/recovery-shares`)).toMatchObject({
      status: 409,
      json: { code: "survey.has-trustees" },
    })
    await prepareTrustees(seats)
    await hr.call("POST", `/api/surveys/${surveyId}/launch`)
    const { manifest, sealingKey } = await seats[0].look()
    expect(manifest?.trustees).toEqual(three.map(({ name }) => name))
    expect(manifest?.sealingKey).toBe(sealingKey)
    expect(await api.deps.keys.readSealingKey(surveyId, sealingKey ?? "")).toBeUndefined()
  })

  describe("who may be a trustee", () => {
    test("nobody of HR, nobody who is invited to HR, and no address twice", async () => {
      const { hr, surveyId } = await trusteeDraft(api)
      const put = (email: string) =>
        hr.call("PUT", `/api/surveys/${surveyId}/trustees`, {
          trustees: [{ name: "X", email }, ...three.slice(1)],
        })
      expect(await put(hr.email.toUpperCase())).toMatchObject({
        status: 422,
        json: { code: "trustee.is-hr" },
      })
      await hr.call("POST", "/api/members/invitations", {
        ...{ email: "soon@hr.example", name: "Soon", role: "hr", personId: null },
      })
      expect(await put("soon@hr.example")).toMatchObject({ json: { code: "trustee.is-hr" } })
      expect(await put(three[1]?.email ?? "")).toMatchObject({ status: 400 })
      expect(await put("somebody@else.example")).toMatchObject({ status: 200 })
    })

    test("whoever comes to HR later keeps the survey from being launched", async () => {
      const { hr, surveyId, seats } = await trusteeDraft(api)
      await prepareTrustees(seats)
      await hr.call("POST", "/api/members/invitations", {
        ...{ email: three[0]?.email, name: "Tara", role: "hr", personId: null },
      })
      expect(await hr.call("POST", `/api/surveys/${surveyId}/launch`)).toMatchObject({
        json: { code: "trustee.is-hr" },
      })
    })

    test("one replaced keeps nothing, the other two keep their keys, and the survey's key is made anew", async () => {
      const { hr, surveyId, seats } = await trusteeDraft(api)
      await prepareTrustees(seats)
      const path = `/api/surveys/${surveyId}/trustees`
      const changed = [three[0], { name: "Tom New", email: "tom@trustees.example" }, three[2]]
      const { json } = await hr.call("PUT", path, { trustees: changed })
      expect(json).toMatchObject({
        isDealt: false,
        trustees: [
          { hasKey: true, hasDealt: false, hasTried: false },
          { name: "Tom New", hasKey: false },
          { hasKey: true, hasDealt: false, hasTried: false },
        ],
      })
      expect((await seats[1].ask("GET", "")).status).toBe(404)
      expect((await seats[0].look()).parts).toEqual([null, null, null])
      expect(await hr.call("DELETE", path)).toMatchObject({
        status: 200,
        json: { sealing: "server", trustees: [] },
      })
      expect((await seats[0].ask("GET", "")).status).toBe(404)
    })

    test("a link sent again makes the one before void, and the key stays", async () => {
      const { hr, surveyId, seats } = await trusteeDraft(api)
      await fine(seats[0].ask("POST", "/key", { publicKey: seats[0].key.publicKey }))
      expect((await hr.call("POST", `/api/surveys/${surveyId}/trustees/1/link`)).status).toBe(200)
      expect((await seats[0].ask("GET", "")).status).toBe(404)
      const { json } = await hr.call("GET", `/api/surveys/${surveyId}/trustees`)
      expect(json).toMatchObject({ trustees: [{ hasKey: true, isMailed: true }, {}, {}] })
    })
  })

  describe("what the server refuses", () => {
    test("a part sealed to other keys than today's, a second dealing, and another survey's sealing key", async () => {
      const { seats } = await trusteeDraft(api)
      const [one, two] = seats
      for (const seat of seats) await fine(seat.ask("POST", "/key", { publicKey: seat.key.publicKey }))
      const seen = await one.look()
      const proof = await provenBy(one.key, seen)
      const dealing = await dealOwn(one.key, seen)
      const refused = { status: 409, json: { code: "trustee.changed" } }
      const others = { ...dealing, publicKeys: dealing.publicKeys.toReversed(), proof }
      expect(await one.ask("POST", "/dealing", others)).toMatchObject(refused)
      const noPoint = { ...dealing, a: Buffer.alloc(65, 4).toString("base64url"), proof }
      expect(await one.ask("POST", "/dealing", noPoint)).toMatchObject({ status: 400 })
      for (const seat of seats) await dealFor(seat)
      expect(await one.ask("POST", "/dealing", { ...dealing, proof })).toMatchObject(refused)
      expect(await one.ask("POST", "/tried", { sealingKey: two.key.publicKey, proof })).toMatchObject(refused)
      expect(await one.ask("POST", "/key", { publicKey: two.key.publicKey })).toMatchObject(refused)
      // A new key of one: what all three have dealt is gone, and so is the survey's key.
      await fine(two.ask("POST", "/key", { publicKey: (await createSealingKey()).publicKey }))
      expect(await one.look()).toMatchObject({ sealingKey: null, parts: [null, null, null] })
    })

    test("whoever has a link and no key: nothing dealt, tried, handed over or counted; without the guard, all of it", async () => {
      const nobody = Buffer.alloc(32).toString("base64url")
      const stranger = await createSealingKey()
      const unproven = { status: 403, json: { code: "trustee.not-proven" } }
      const careless = () => {}
      const draft = await trusteeDraft(api)
      const [first] = draft.seats
      for (const seat of draft.seats) await fine(seat.ask("POST", "/key", { publicKey: seat.key.publicKey }))
      const dealing = { ...(await dealOwn(stranger, await first.look())), proof: nobody }
      expect(await first.ask("POST", "/dealing", dealing)).toMatchObject(unproven)
      await takeDealing(api.deps, await asTrustee(api.deps, first.secret), dealing, careless)
      for (const seat of draft.seats.slice(1)) await dealFor(seat)
      // It would be noticed: what stands in the own name is not the own.
      await expect(openShare(first)).rejects.toThrow("not-mine")
      const { sealingKey } = await first.look()
      const tried = { sealingKey: sealingKey ?? "", proof: nobody }
      expect(await first.ask("POST", "/tried", tried)).toMatchObject(unproven)
      await takeTried(api.deps, await asTrustee(api.deps, first.secret), tried, careless)

      const run = await closing()
      const [one, two] = run.seats
      const forged = { to: 2, sealed: "AAAA", proof: nobody }
      expect(await one.ask("POST", "/handed", forged)).toMatchObject(unproven)
      // The proof is that of one seat: another's is none.
      const twos = await provenBy(two.key, await two.look())
      expect(await one.ask("POST", "/handed", { ...forged, proof: twos })).toMatchObject(unproven)
      expect((await two.look()).handed).toEqual([])
      const handed = await asTrustee(api.deps, one.secret)
      await handShare(api.deps, handed, forged, undefined, careless)
      expect((await two.look()).handed).toHaveLength(1)
      await handTo(one, 2)

      // Two links and no key: invented answers for every ballot.
      const page = (await fine(two.ask("GET", "/ballots"))) as BallotPage
      const invented = page.ballots.map(({ cohort }) => ({ ok: true as const, cohort, answers: {} }))
      const openings = invented.map((one, at) => ({
        ...one,
        receipt: Buffer.alloc(16, at).toString("base64url"),
      }))
      for (const proof of [nobody, "", page.challenge, twos]) {
        expect(await bring(two, { openings, proof })).toMatchObject(unproven)
      }
      expect(await two.ask("POST", "/opened", { openings })).toMatchObject(unproven)
      expect(await state(run)).toBe("closing")
      const guards = { ...openedGuards, proven: careless }
      await takeOpened(api.deps, await asTrustee(api.deps, two.secret), nobody, openings, undefined, guards)
      expect(await state(run)).toBe("closed")
      const { json } = await run.hr.call("GET", `/api/surveys/${run.surveyId}/release`)
      expect(respondentsOf(json)).toBe(openings.length)
    })

    test("a large body is not read before it is known that it is waited for, and one is read at a time", async () => {
      const { seats } = await closing()
      const [one, two, last] = seats
      const send = async (secret: string, proof: string, body: BodyInit) => {
        const { publicUrl } = api.deps.config
        const headers = { Origin: publicUrl, Authorization: `Trustee ${secret}`, "Trustee-Proof": proof }
        return await api.app.request(`${publicUrl}/api/trustee/opened`, {
          ...{ method: "POST", body, headers: { ...headers, "Content-Type": "application/json" } },
          ...{ duplex: "half" },
        })
      }
      /** A body without an end; says whether any of it was read. */
      const endless = () => {
        let started = () => {}
        const read = { isRead: false, began: new Promise<void>((resolve) => (started = resolve)) }
        let end = () => {}
        const stream = new ReadableStream<Uint8Array>(
          {
            pull(controller) {
              read.isRead = true
              started()
              controller.enqueue(new TextEncoder().encode(" "))
              return new Promise<void>((resolve) => {
                end = () => {
                  controller.close()
                  resolve()
                }
              })
            },
          },
          { highWaterMark: 0 },
        )
        return { stream, read, end: () => end() }
      }
      const untouched = endless()
      expect((await send(two.secret, "", untouched.stream)).status).toBe(403)
      await handTo(one, 2)
      expect((await send(two.secret, "wrong", untouched.stream)).status).toBe(403)
      expect((await send(last.secret, "wrong", untouched.stream)).status).toBe(403)
      expect(untouched.read.isRead).toBe(false)

      const brought = await openInBrowser(two)
      const slow = endless()
      const first = send(two.secret, brought.proof, slow.stream)
      await slow.read.began
      expect(await bring(two, brought)).toMatchObject({ status: 409, json: { code: "trustee.opening" } })
      slow.end()
      expect((await first).status).toBe(400)
      expect(await fine(bring(two, brought))).toEqual({ state: "closed" })
      // Closed: nobody's body is read any more.
      expect(await (await send(two.secret, "", untouched.stream)).json()).toEqual({ state: "closed" })
      expect(untouched.read.isRead).toBe(false)
    })

    test("one who hands over junk blocks nobody, and gets no mail written for it twice", async () => {
      const run = await closing()
      const [one, two, last] = run.seats
      const mails = () =>
        (api.deps.mailer.outbox?.(two.email) ?? []).filter(
          ({ link, subject }) => link.endsWith(two.secret) && /has handed you/.test(subject),
        ).length
      await handTo(one, 2, "AAAA")
      await handTo(one, 2, "AAAA")
      expect(mails()).toBe(1)
      await expect(joinedKey(two)).rejects.toThrow("no good share; junk of 1")
      // The other two go on without the one: in either direction.
      await handTo(last, 2)
      expect(mails()).toBe(2)
      expect((await joinedKey(two)).publicKey).toBe((await two.look()).manifest?.sealingKey)
      await handTo(two, 3)
      expect(await fine(bring(last, await openInBrowser(last)))).toEqual({ state: "closed" })
    })

    test("answers declared unreadable are told as uncounted with the results and in the bundle", async () => {
      const run = await closing()
      const [one, two] = run.seats
      await handTo(one, 2)
      const brought = await openInBrowser(two)
      const openings = brought.openings.map((opening, at) =>
        at < 2 ? { ok: false, cohort: opening.cohort, reason: "not-openable" } : opening,
      )
      await fine(bring(two, { ...brought, openings }))
      const path = `/api/surveys/${run.surveyId}`
      expect((await run.hr.call("GET", `${path}/bundle`)).json).toMatchObject({ uncounted: 2 })
      expect((await run.hr.call("GET", `${path}/release`)).json).toMatchObject({ uncounted: 2 })
    })

    test("a trustee comes to HR neither while the survey is open nor while it is being closed; without the guard, yes", async () => {
      const { hr, surveyId, seats } = await trusteeDraft(api)
      await prepareTrustees(seats)
      await hr.call("POST", `/api/surveys/${surveyId}/launch`)
      const email = (three[0]?.email ?? "").toUpperCase()
      const invitation = { email, name: "Tara", role: "hr" as const, personId: null }
      const refused = { status: 409, json: { code: "member.is-trustee" } }
      const inviting = () => hr.call("POST", "/api/members/invitations", invitation)
      expect(await inviting()).toMatchObject(refused)
      // As an analyst, who sees only what was released, yes; but not on to HR.
      const analyst = { ...invitation, email: three[1]?.email ?? "", role: "analyst" as const }
      expect((await hr.call("POST", "/api/members/invitations", analyst)).status).toBe(201)
      const deps = api.deps
      const made = { email: three[2]?.email ?? "", name: "Tess", password: "a long enough one" }
      expect(await addMember(deps, hr.email, { ...made, role: "hr" })).toBe("trustee")
      expect(await addMember(deps, hr.email, { ...made, role: "analyst" })).toBe("added")
      const { json } = await hr.call("GET", "/api/members")
      const { members } = json as { members: { id: string; email: string }[] }
      const tess = members.find((member) => member.email === made.email)?.id
      const promotion = { role: "hr", personId: null }
      expect(await hr.call("PUT", `/api/members/${tess}`, promotion)).toMatchObject(refused)
      await withOrganization(deps.db, "close", hr.organizationId, (tx) =>
        tx.updateTable("app.survey").set({ state: "closing" }).where("survey_id", "=", surveyId).execute(),
      )
      expect(await inviting()).toMatchObject(refused)
      const [own] = members.filter((member) => member.email === hr.email.toLowerCase())
      const session = { organizationId: hr.organizationId, userId: own?.id, user: { name: "H" } }
      await invite(deps, session as Session, invitation, async () => {})
      const after = await hr.call("GET", "/api/members")
      expect(JSON.stringify(after.json)).toContain(email.toLowerCase())
    })

    test("handing on, ballots and opened answers before the close; without the guard an open survey is opened", async () => {
      const { hr, surveyId, seats } = await trusteeDraft(api)
      const [one, two] = seats
      await prepareTrustees(seats)
      await hr.call("POST", `/api/surveys/${surveyId}/launch`)
      await answer(api, hr, surveyId, 0.8)
      const refused = { status: 409, json: { code: "trustee.not-closing" } }
      const careless = () => {}
      const proof = await provenBy(one.key, await one.look())
      const sealed = await sealHanded(await openShare(one), surveyId, 2)
      expect(await one.ask("POST", "/handed", { to: 2, sealed, proof })).toMatchObject(refused)
      await handShare(api.deps, await asTrustee(api.deps, one.secret), { to: 2, sealed, proof }, careless)
      expect(await two.ask("GET", "/ballots")).toMatchObject(refused)
      const trustee = await asTrustee(api.deps, two.secret)
      expect((await readBallots(api.deps, trustee, undefined, careless)).ballots.length).toBeGreaterThan(20)
      expect(await two.ask("POST", "/opened", { openings: [] })).toMatchObject(refused)
      expect(await state({ hr, surveyId })).toBe("open")
      // The guard taken away, the answers of an open box come out.
      const early = await openEarly(two, api)
      const openings = early.openings as TrusteeOpening[]
      const guards = { ...openedGuards, closing: careless }
      await takeOpened(api.deps, trustee, early.proof, openings, undefined, guards)
      expect(await state({ hr, surveyId })).toBe("closed")
    })

    test("answers added, left out or moved to another cohort; without the guard they count", async () => {
      const run = await closing()
      const [one, two] = run.seats
      await handTo(one, 2)
      const { proof, ...brought } = await openInBrowser(two)
      const openings = brought.openings as TrusteeOpening[]
      const mismatch = { status: 422, json: { code: "trustee.mismatch" } }
      const [first] = openings
      if (first === undefined) throw new Error("nobody answered")
      const elsewhere = openings.find(({ cohort }) => cohort !== first.cohort)?.cohort ?? -1
      const attacks = {
        added: [...openings, first],
        leftOut: openings.slice(1),
        moved: [{ ...first, cohort: elsewhere }, ...openings.slice(1)],
      }
      for (const openings of Object.values(attacks)) {
        expect(await bring(two, { openings, proof })).toMatchObject(mismatch)
      }
      expect(await state(run)).toBe("closing")
      const trustee = await asTrustee(api.deps, two.secret)
      await takeOpened(api.deps, trustee, proof, attacks.leftOut, () => {})
      const { json } = await run.hr.call("GET", `/api/surveys/${run.surveyId}/release`)
      expect(respondentsOf(json)).toBe(openings.length - 1)
    })

    test("whoever was handed nothing gets no ballots and brings no answers", async () => {
      const { seats } = await closing()
      await handTo(seats[0], 2)
      const refused = { status: 403, json: { code: "trustee.not-handed" } }
      expect(await seats[2].ask("GET", "/ballots")).toMatchObject(refused)
      expect(await seats[2].ask("POST", "/opened", { openings: [] })).toMatchObject(refused)
    })

    test("another survey's trustee and another organization's: each link opens its own seat and nothing else", async () => {
      const theirs = await trusteeDraft(api)
      const ours = await trusteeDraft(api)
      await prepareTrustees(theirs.seats)
      expect((await theirs.seats[0].look()).survey.id).toBe(theirs.surveyId)
      // The three have the same addresses in both surveys; their links do not.
      expect(ours.seats[0].secret).not.toBe(theirs.seats[0].secret)
      const before = await theirs.seats[0].look()
      await fine(ours.seats[0].ask("POST", "/key", { publicKey: ours.seats[0].key.publicKey }))
      // Each look seals the challenge anew.
      const { challenge } = await theirs.seats[0].look()
      expect(await theirs.seats[0].look()).toEqual({ ...before, challenge: expect.any(String) })
      expect(challenge).not.toBe(before.challenge)
      const bytes = Buffer.from(theirs.seats[0].secret, "base64url")
      const foreign = Buffer.concat([
        Buffer.from(ours.hr.organizationId.replaceAll("-", ""), "hex"),
        bytes.subarray(16),
      ])
      for (const secret of [foreign.toString("base64url"), "x", "A".repeat(64)]) {
        const reply = await api.app.request("/api/trustee", {
          headers: { Authorization: `Trustee ${secret}` },
        })
        expect(reply.status).toBe(404)
      }
      // Nor is a trustee's link anybody's invitation.
      const reply = await api.app.request("/api/invitation", {
        headers: { Authorization: `Invitation ${theirs.seats[0].secret}` },
      })
      expect(reply.status).toBe(404)
      const other = await ours.hr.call("GET", `/api/surveys/${theirs.surveyId}/trustees`)
      expect(other.status).toBe(404)
    })
  })

  test("whatever dies before the results are committed changes nothing; sent again, the same is counted", async () => {
    const run = await closing()
    const { hr, surveyId, seats } = run
    const [one, two, last] = seats
    await handTo(one, 2)
    const { proof, ...brought } = await openInBrowser(two)
    const openings = brought.openings as TrusteeOpening[]
    const trustee = await asTrustee(api.deps, two.secret)
    for (const stage of ["stopped", "read", "counted", "written"] as const) {
      const dies = takeOpened(api.deps, trustee, proof, openings, undefined, undefined, (reached) => {
        if (reached === stage) throw new Error("killed")
      })
      await expect(dies).rejects.toThrow("killed")
      expect([stage, await state(run)]).toEqual([stage, "closing"])
    }
    // The browser that had them open is gone: two others open the same.
    await handTo(one, 3)
    const again = await openInBrowser(last)
    const texts = (all: readonly unknown[]) => all.map((opening) => JSON.stringify(opening)).sort()
    expect(texts(again.openings)).toEqual(texts(openings))
    expect(await fine(bring(last, again))).toEqual({ state: "closed" })
    const first = await hr.call("GET", `/api/surveys/${surveyId}/release`)
    expect(respondentsOf(first.json)).toBe(openings.length)
    // Sent once more after the commit, they change nothing.
    expect(await fine(bring(two, { openings, proof }))).toEqual({ state: "closed" })
    expect((await hr.call("GET", `/api/surveys/${surveyId}/release`)).json).toEqual(first.json)
  })

  test("too few answers close without the trustees, and nothing is opened", async () => {
    const { hr, surveyId, seats } = await trusteeDraft(api)
    await prepareTrustees(seats)
    await hr.call("POST", `/api/surveys/${surveyId}/launch`)
    await answer(api, hr, surveyId, 0.1)
    await moveSurvey(api, hr.organizationId, surveyId, { closes_at: inHours(-1) })
    await closeSurvey(api.deps, hr.organizationId, surveyId)
    expect((await seats[0].look()).survey).toMatchObject({ state: "closed", outcome: "too-few" })
    expect((await seats[0].look()).parts).toEqual([null, null, null])
  })

  test("trustees are reminded when a survey has closed, once a day, and with a link that works", async () => {
    const { hr, surveyId, seats } = await closing()
    const { organizationId } = hr
    const mailsTo = (email: string) =>
      (api.deps.mailer.outbox?.(email) ?? []).filter(
        ({ link, subject }) => link.endsWith(seats[0].secret) && /waits/.test(subject),
      )
    const longAgo = new Date(Date.now() - 25 * 3600 * 1000)
    const reminded = (at: Date) =>
      withOrganization(api.deps.db, "worker", organizationId, (tx) =>
        tx.updateTable("app.trustee").set({ reminded_at: at }).where("survey_id", "=", surveyId).execute(),
      )
    await reminded(longAgo)
    await remindTrustees(api.deps, organizationId)
    expect(mailsTo(seats[0].email)).toHaveLength(1)
    await remindTrustees(api.deps, organizationId)
    expect(mailsTo(seats[0].email)).toHaveLength(1)
    await reminded(longAgo)
    await remindTrustees(api.deps, organizationId)
    expect(mailsTo(seats[0].email)).toHaveLength(2)
  })
})

/** As the page sends them: keys in the order of canonical JSON. */
function sorted(answers: unknown): unknown {
  return Object.fromEntries(Object.entries(answers as object).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function respondentsOf(release: unknown): number {
  const { atoms } = release as { atoms: { respondents: number }[] }
  return atoms.reduce((sum, { respondents }) => sum + respondents, 0)
}

/** The trustee's browser, in a world where the server gives ballots of an open survey. */
async function openEarly(seat: Seat, api: TestApp) {
  const trustee = await asTrustee(api.deps, seat.secret)
  const { manifest, cohorts, survey, seat: number } = await seat.look()
  const { ballots, challenge } = await readBallots(api.deps, trustee, undefined, () => {})
  if (manifest === null) throw new Error("not launched")
  const key = await joinedKey(seat)
  const proof = (await answerChallenge(key, survey.id, number, challenge)) ?? ""
  return { proof, openings: await openAll(key, manifest, cohorts, ballots, () => {}) }
}
