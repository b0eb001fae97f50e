import { constants, generateKeyPairSync, type KeyObject, sign } from "node:crypto"
import {
  type Bundle,
  ballotMessage,
  createBallotKey,
  makeCast,
  toBase64url,
  verifyBundle,
} from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import { eachDatabase, type TestDatabase } from "@throughline/db/testing"
import { demoCompany } from "@throughline/org"
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { answerInvitation, correctAnswers, type OwnBallot, type Sign } from "../answering.ts"
import { type DemoLink, demoLinks } from "../demo/links.ts"
import { peopleFileOf } from "../demo/people-file.ts"
import { type SeededSurvey, seededCompany } from "../demo/testing.ts"
import { openInvitation } from "../invitations/open-invitation.ts"
import { importPeople } from "../people/import-people.ts"
import { signBallot } from "../signing/sign-ballot.ts"
import { closeSurvey } from "../surveys/close-survey.ts"
import { releaseGuards } from "../surveys/count-ballots.ts"
import { openTestApp, type TestApp } from "../testing.ts"
import { castBallot } from "./cast-ballot.ts"
import { boxGuards } from "./only-valid.ts"

/** What a test may take away. */
const guards = { ...boxGuards, ...releaseGuards }
const off = { isValid: () => true, refuseUnsigned: () => {}, refuseOtherKeys: async () => {} }

eachDatabase((_name, open) => {
  let api: TestApp
  let database: TestDatabase
  const logged: string[] = []
  beforeAll(async () => {
    database = await open()
    api = await openTestApp(database, { demo: true })
    api.deps.log = (line) => logged.push(line)
    return () => api.remove()
  })

  const opened = async (link: DemoLink | undefined) => {
    const invitation = await openInvitation(api.deps, link?.secret ?? "")
    if (invitation.state !== "open") throw new Error("not open")
    return invitation
  }
  /** Forty people, of whom thirty have answered; those who have not. */
  const seeded = async (seed: number) => {
    const survey = await seededCompany(api.deps, { people: 40, share: 0.75, seed })
    const links = await demoLinks(api.deps, survey.organizationId, survey.surveyId)
    return { ...survey, links: links.slice(survey.answered) }
  }
  /** A ballot of nobody: its credential is made up, or signed with a key of the forger's. */
  const forged = async (link: DemoLink | undefined, key?: KeyObject): Promise<OwnBallot["cast"]> => {
    const { manifest, leaf } = await opened(link)
    const receipt = crypto.getRandomValues(new Uint8Array(16))
    const ballotKey = await createBallotKey()
    const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
    const signature =
      key === undefined
        ? crypto.getRandomValues(new Uint8Array(256))
        : sign("sha384", await ballotMessage(ballotKey.publicKey), { key, ...pss })
    const credential = toBase64url(new Uint8Array(signature))
    return makeCast({ manifest, leaf, sequence: 0, ballotKey, credential, answers: {}, receipt })
  }
  const read = ({ organizationId, surveyId }: SeededSurvey) =>
    withOrganization(api.deps.db, "web", organizationId, async (tx) => {
      const of = (table: "results.bundle" | "results.release") =>
        tx.selectFrom(table).select("body").where("survey_id", "=", surveyId).executeTakeFirst()
      return { bundle: (await of("results.bundle"))?.body, release: (await of("results.release"))?.body }
    })
  const failed = async (bundle: unknown) =>
    (await verifyBundle(bundle as Bundle)).filter(({ ok }) => !ok).map(({ code }) => code)

  test("a ballot that nobody signed is refused at the box, left out by the close and found in the bundle; with each check off it is counted", async () => {
    const honest = await seeded(21)
    const stuff = await forged(honest.links[0])
    await expect(castBallot(api.deps, stuff)).rejects.toMatchObject({ code: "ballot.invalid" })
    expect(await castBallot(api.deps, stuff, async () => true)).toBe("stored")
    await closeSurvey(api.deps, honest.organizationId, honest.surveyId)
    const { bundle, release } = await read(honest)
    expect(release).toMatchObject({ survey: { respondents: honest.answered }, uncounted: 0 })
    expect(await failed(bundle)).toEqual([])
    expect(logged).toContain(
      `close of survey ${honest.surveyId}: 1 ballots without a valid signature left out`,
    )

    const stuffed = await seeded(22)
    const close = (without: Partial<typeof guards>) =>
      closeSurvey(api.deps, stuffed.organizationId, stuffed.surveyId, undefined, undefined, {
        ...guards,
        ...without,
      })
    // So many that their cohort has more ballots than signatures.
    for (let more = 0; more < 40; more++) {
      await castBallot(api.deps, await forged(stuffed.links[0]), async () => true)
    }
    await expect(close({ isValid: off.isValid })).rejects.toMatchObject({ code: "server.error" })
    // The audit of the release would still see more answers than people.
    await expect(close(off)).rejects.toMatchObject({ code: "server.error" })
    await close({ ...off, audit: () => [] })
    const counted = await read(stuffed)
    expect(counted.release).toMatchObject({ survey: { respondents: stuffed.answered + 40 } })
    expect(await failed(counted.bundle)).toEqual(expect.arrayContaining(["credentials", "turnout", "signed"]))
  }, 120_000)

  test("an invitation gets one signature: for another ballot it is refused, on two devices at once the first wins; with the binding off one person votes twice", async () => {
    const { links, organizationId, surveyId, answered } = await seeded(23)
    const [one, two, three] = links
    const invitation = await opened(one)
    const own = await answerInvitation(api.deps, invitation, one?.secret ?? "", {})
    await expect(answerInvitation(api.deps, invitation, one?.secret ?? "", {})).rejects.toMatchObject({
      code: "ballot.answered",
    })
    expect(await castBallot(api.deps, own.cast)).toBe("stored")

    const again = await opened(two)
    const devices = await Promise.allSettled(
      Array.from({ length: 6 }, () => answerInvitation(api.deps, again, two?.secret ?? "", {})),
    )
    expect(devices.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    for (const device of devices) {
      if (device.status === "rejected") expect(device.reason).toMatchObject({ code: "ballot.answered" })
    }

    const careless: Sign = (secret, blinded) =>
      signBallot(api.deps, secret, blinded, () => sql<boolean>`true`)
    const twice = await opened(three)
    for (let time = 0; time < 2; time++) {
      const { cast } = await answerInvitation(careless, twice, three?.secret ?? "", {})
      expect(await castBallot(api.deps, cast)).toBe("stored")
    }
    const rows = await withOrganization(api.deps.db, "close", organizationId, (tx) =>
      tx.selectFrom("box.ballot").select("ballot_key").where("survey_id", "=", surveyId).execute(),
    )
    expect(rows).toHaveLength(answered + 1 + 2)
  }, 120_000)

  test("the same message is signed as often as it is asked for: a reply that was lost costs nobody the ballot", async () => {
    const { links } = await seeded(24)
    const asked: string[] = []
    const losing: Sign = async (secret, blinded) => {
      asked.push(await signBallot(api.deps, secret, blinded))
      asked.push(...(await Promise.all([1, 2, 3].map(() => signBallot(api.deps, secret, blinded)))))
      return asked[3] ?? ""
    }
    const { cast } = await answerInvitation(losing, await opened(links[0]), links[0]?.secret ?? "", {})
    expect(new Set(asked).size).toBe(1)
    expect(await castBallot(api.deps, cast)).toBe("stored")
  }, 60_000)

  test("a message that cannot be signed uses no invitation up", async () => {
    const { links } = await seeded(25)
    const secret = links[0]?.secret ?? ""
    for (const bytes of [new Uint8Array(256).fill(255), new Uint8Array(255).fill(1), new Uint8Array(384)]) {
      await expect(signBallot(api.deps, secret, toBase64url(bytes))).rejects.toMatchObject({
        code: "ballot.invalid",
      })
    }
    const { cast } = await answerInvitation(api.deps, await opened(links[0]), secret, {})
    expect(await castBallot(api.deps, cast)).toBe("stored")
  }, 60_000)

  test("a withdrawn ballot looks like any other in the box, and is counted apart at the close", async () => {
    const survey = await seeded(26)
    const { organizationId, surveyId, links, answered } = survey
    const [never, changed] = links
    // One never takes part, one answers and takes it back.
    const refusal = await answerInvitation(api.deps, await opened(never), never?.secret ?? "", null)
    await castBallot(api.deps, refusal.cast)
    const invitation = await opened(changed)
    const own = await answerInvitation(api.deps, invitation, changed?.secret ?? "", { "comment-helps": "x" })
    await castBallot(api.deps, own.cast)
    await castBallot(api.deps, (await correctAnswers(invitation, own, null)).cast)
    const sizes = await withOrganization(api.deps.db, "close", organizationId, (tx) =>
      sql<{ size: number }>`select distinct octet_length(ciphertext) as size from box.ballot
        where survey_id = ${surveyId}`.execute(tx),
    )
    expect(sizes.rows).toHaveLength(1)
    await closeSurvey(api.deps, organizationId, surveyId)
    const { bundle, release } = await read(survey)
    expect(release).toMatchObject({ survey: { respondents: answered }, uncounted: 0 })
    expect(bundle).toMatchObject({ withdrawn: 2, uncounted: 0, signed: answered + 2 })
    expect((bundle as { receipts: string[] }).receipts).toHaveLength(answered)
    // Which cohorts were joined stays on the server: beside each ballot's cohort it would tell more of whose they were.
    expect(release).toHaveProperty("cut")
    expect((bundle as Bundle).releases).toHaveLength(1)
    expect((bundle as Bundle).releases[0]).not.toHaveProperty("cut")
    expect(await failed(bundle)).toEqual([])
  }, 60_000)

  test("who has left gets no signature; who had one already keeps the ballot, and nobody can take it back", async () => {
    const { organizationId, links } = await seeded(27)
    const [kept, lost] = links
    const invitation = await opened(kept)
    const own = await answerInvitation(api.deps, invitation, kept?.secret ?? "", {})
    const gone = await opened(lost)
    // Both have left: the file without them.
    const left = new Set([kept?.sourceId, lost?.sourceId])
    const rest = demoCompany({ seed: 27, people: 40 }).filter(({ id }) => !left.has(id))
    const known = new Set(rest.map(({ id }) => id))
    const stays = rest.map((person) =>
      person.managerId !== null && !known.has(person.managerId)
        ? { ...person, managerId: rest[0]?.id ?? null }
        : person,
    )
    await importPeople(api.deps, organizationId, { fileName: "p.csv", bytes: peopleFileOf(stays) }, null)
    await expect(openInvitation(api.deps, lost?.secret ?? "")).rejects.toMatchObject({
      code: "invitation.withdrawn",
    })
    await expect(answerInvitation(api.deps, gone, lost?.secret ?? "", {})).rejects.toMatchObject({
      code: "invitation.withdrawn",
    })
    expect((await openInvitation(api.deps, kept?.secret ?? "")).state).toBe("answered")
    expect(await castBallot(api.deps, own.cast)).toBe("stored")
    expect(await castBallot(api.deps, (await correctAnswers(invitation, own, {})).cast)).toBe("stored")
  }, 60_000)

  test("the close refuses keys that are not those of the manifest; with the check off whoever exchanged one stuffs the box", async () => {
    const survey = await seeded(28)
    const { organizationId, surveyId, links } = survey
    const { leaf } = await opened(links[0])
    const own = generateKeyPairSync("rsa", { modulusLength: 2048 })
    const { n = "", e = "" } = own.publicKey.export({ format: "jwk" })
    const stuff = await forged(links[0], own.privateKey)
    await castBallot(api.deps, stuff, async () => true)
    await database.db.transaction().execute(async (tx) => {
      await sql`select set_config('throughline.organization', ${organizationId}, true)`.execute(tx)
      await sql`update app.cohort set signing_key = cast(cast(${JSON.stringify({ n, e })} as text) as jsonb)
        where survey_id = ${surveyId} and cohort_id = ${leaf.id}`.execute(tx)
    })
    const close = (without: Partial<typeof off>) =>
      closeSurvey(api.deps, organizationId, surveyId, undefined, undefined, { ...guards, ...without })
    await expect(close({})).rejects.toMatchObject({ code: "server.error" })
    await close({ refuseOtherKeys: off.refuseOtherKeys, refuseUnsigned: off.refuseUnsigned })
    const { bundle } = await read(survey)
    const { ballots } = bundle as Bundle
    expect(ballots.map(({ ballotKey }) => ballotKey)).toContain(stuff.ballotKey)
    expect(await failed(bundle)).not.toEqual([])
  }, 60_000)
})
