import { randomBytes } from "node:crypto"
import { toBase64url } from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { answerInvitation, type Sign } from "../answering.ts"
import { castBallot } from "../ballots/cast-ballot.ts"
import { demoLinks } from "../demo/links.ts"
import { seededCompany } from "../demo/testing.ts"
import { signBallot } from "../signing/sign-ballot.ts"
import { openTestApp, type TestApp } from "../testing.ts"
import { fromBase32, readBase32, toBase32 } from "./base32.ts"
import { linkSecret, readSecret, secretHashes, spacedCode, stopToken } from "./links.ts"
import { openInvitation } from "./open-invitation.ts"
import { organizationCode } from "./organization-code.ts"
import { stopReminders } from "./stop-reminders.ts"

test("base32 is read again as it was written, and as people type it", () => {
  for (let length = 0; length < 40; length++) {
    const bytes = randomBytes(length)
    expect(
      Buffer.from(fromBase32(toBase32(bytes)))
        .subarray(0, length)
        .equals(bytes),
    ).toBe(true)
  }
  const written = "0123456789abcdefghjkmn"
  expect(readBase32("OI23 4567 89AB-CDEF—ghjk_mn", 22)).toBe(written)
  expect(readBase32("ol23456789abcdefghjkmn", 22)).toBe(written)
  expect(readBase32("０１２３456789ABCDEFGHJKMN", 22)).toBe(written)
  for (const wrong of ["", "0123", "u123456789abcdefghjkmn", `${written}0`, "é".repeat(22)])
    expect(readBase32(wrong, 22)).toBeUndefined()
})

/** Gives a person a code that can be typed, as a letter carries it. */
async function printCode({ deps }: TestApp, organizationId: string, surveyId: string, personId: string) {
  const code = await organizationCode(deps.db, organizationId)
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const { nonce } = await tx
      .selectFrom("registry.invitation")
      .select("nonce")
      .where("person_id", "=", personId)
      .executeTakeFirstOrThrow()
    const parts = { organizationId, surveyId, personId, nonce, printed: true }
    const { secretHash } = secretHashes(deps.keys.invitationKey, parts)
    await tx
      .updateTable("registry.invitation")
      .set({ printed: true, secret_hash: secretHash })
      .where("person_id", "=", personId)
      .execute()
    return linkSecret(deps.keys.invitationKey, code, parts)
  })
}

eachDatabase((_name, open) => {
  test("a link is a code of six characters and 43 more; links of the first version go on working", async () => {
    const api = await openTestApp(await open(), { demo: true })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0, seed: 1 })
    const code = await organizationCode(api.deps.db, organizationId)
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{6}$/)
    const [link] = await demoLinks(api.deps, organizationId, surveyId)
    expect(link?.secret).toMatch(new RegExp(`^${code}[\\w-]{43}$`))
    const bytes = Buffer.from(link?.secret.slice(6) ?? "", "base64url")
    const long = Buffer.concat([Buffer.from(organizationId.replaceAll("-", ""), "hex"), bytes]).toString(
      "base64url",
    )
    expect(long).toHaveLength(64)
    expect((await openInvitation(api.deps, long)).state).toBe("open")
    // A code of another organization leads elsewhere, whatever follows it.
    const other = await seededCompany(api.deps, { people: 40, share: 0, seed: 2 })
    const otherCode = await organizationCode(api.deps.db, other.organizationId)
    expect(otherCode).not.toBe(code)
    await expect(openInvitation(api.deps, otherCode + link?.secret.slice(6))).rejects.toMatchObject({
      code: "invitation.unknown",
    })
    for (const wrong of [
      "",
      code,
      `${code}${"A".repeat(43)}`,
      "x".repeat(49),
      "x".repeat(5000),
      "é".repeat(49),
    ])
      await expect(openInvitation(api.deps, wrong)).rejects.toMatchObject({ code: "invitation.unknown" })
    api.remove()
  }, 60_000)

  test("a printed code opens the questionnaire however it is typed, and answers it once", async () => {
    const api = await openTestApp(await open(), { demo: true })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0, seed: 1 })
    const code = await organizationCode(api.deps.db, organizationId)
    const [person] = await demoLinks(api.deps, organizationId, surveyId)
    const personId = person?.personId ?? ""
    const printed = await printCode(api, organizationId, surveyId, personId)
    expect(printed).toMatch(new RegExp(`^${code}[0-9a-hjkmnp-tv-z]{16}$`))
    expect(spacedCode(printed)).toMatch(/^[0-9A-Z]{6}(-[0-9A-Z]{4}){4}$/)
    for (const typed of [
      printed,
      spacedCode(printed),
      ` ${spacedCode(printed).replaceAll("-", " ").replaceAll("0", "O").replaceAll("1", "l")} `,
    ])
      expect((await openInvitation(api.deps, typed)).state).toBe("open")
    const invitation = await openInvitation(api.deps, printed)
    if (invitation.state !== "open") throw new Error("not open")
    const { cast } = await answerInvitation(api.deps, invitation, spacedCode(printed), {
      "comment-helps": "x",
    })
    expect(await castBallot(api.deps, cast)).toBe("stored")
    // Whoever printed the letter learns nothing by opening it, before and after; without the guard it says so.
    expect(await openInvitation(api.deps, printed)).toEqual(invitation)
    expect(await openInvitation(api.deps, spacedCode(printed))).toEqual(invitation)
    expect((await openInvitation(api.deps, printed, () => true)).state).toBe("answered")
    // Another hand is refused when it sends, and the hand that answered may still correct.
    await expect(answerInvitation(api.deps, invitation, printed, {})).rejects.toMatchObject({
      code: "ballot.answered",
    })
    expect(await castBallot(api.deps, cast)).toBe("kept")
    // The link that the code has taken the place of opens nothing any more.
    await expect(openInvitation(api.deps, person?.secret ?? "")).rejects.toMatchObject({
      code: "invitation.unknown",
    })
    api.remove()
  }, 60_000)

  test("whose code HR printed and who then is taken out of the people file: no answer tells who had answered", async () => {
    const api = await openTestApp(await open(), { demo: true })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0, seed: 1 })
    const [, silent, signed] = await demoLinks(api.deps, organizationId, surveyId)
    const print = (personId = "") => printCode(api, organizationId, surveyId, personId)
    const codes = { silent: await print(silent?.personId), signed: await print(signed?.personId) }
    const invitation = await openInvitation(api.deps, codes.signed)
    if (invitation.state !== "open") throw new Error("not open")
    const asked: [string, string][] = []
    const keeping: Sign = async (secret, blinded) => {
      const signature = await signBallot(api.deps, secret, blinded)
      asked.push([blinded, signature])
      return signature
    }
    const own = await answerInvitation(keeping, invitation, codes.signed, {})
    expect(await castBallot(api.deps, own.cast)).toBe("stored")
    await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx
        .updateTable("registry.person")
        .set({ active: false })
        .where("person_id", "in", [silent?.personId ?? "", signed?.personId ?? ""])
        .execute(),
    )
    const answer = async (work: Promise<unknown>) =>
      await work.then(
        () => "open",
        (error: { code: string }) => error.code,
      )
    const tooShort = toBase64url(new Uint8Array(2).fill(1))
    const another = toBase64url(new Uint8Array(256).fill(1))
    for (const code of [codes.silent, codes.signed]) {
      expect(await answer(openInvitation(api.deps, code))).toBe("invitation.withdrawn")
      for (const blinded of [tooShort, another])
        expect(await answer(signBallot(api.deps, code, blinded))).toBe("invitation.withdrawn")
    }
    // With each guard off the answers differ.
    const onlySilent = ({ is_signed }: { is_signed: boolean }) => !is_signed
    expect(await answer(openInvitation(api.deps, codes.silent, undefined, onlySilent))).toBe(
      "invitation.withdrawn",
    )
    expect(await answer(openInvitation(api.deps, codes.signed, undefined, onlySilent))).toBe("open")
    const oracle = (code: string, blinded: string) =>
      answer(signBallot(api.deps, code, blinded, undefined, () => sql<boolean>`signed_message is null`))
    expect(await oracle(codes.silent, tooShort)).toBe("invitation.withdrawn")
    expect(await oracle(codes.signed, tooShort)).toBe("ballot.invalid")
    expect(await oracle(codes.signed, another)).toBe("ballot.answered")
    // A reply that was lost is given again, to whoever has the message that was signed.
    const [[blinded, signature] = ["", ""]] = asked
    expect(await signBallot(api.deps, codes.signed, blinded)).toBe(signature)
    api.remove()
  }, 60_000)

  test("what stops reminders opens no questionnaire, and a personal link stops no reminders", async () => {
    const api = await openTestApp(await open(), { demo: true })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0, seed: 1 })
    const code = await organizationCode(api.deps.db, organizationId)
    const [person] = await demoLinks(api.deps, organizationId, surveyId)
    const stoppedOnes = () =>
      withOrganization(api.deps.db, "web", organizationId, (tx) =>
        tx
          .selectFrom("registry.invitation")
          .select(["person_id", "nonce"])
          .where("reminders_stopped", "=", true)
          .execute(),
      )
    const { nonce } = await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx
        .selectFrom("registry.invitation")
        .select("nonce")
        .where("person_id", "=", person?.personId ?? "")
        .executeTakeFirstOrThrow(),
    )
    const parts = { organizationId, surveyId, personId: person?.personId ?? "", nonce, printed: false }
    const token = stopToken(api.deps.keys.invitationKey, code, parts)
    await expect(openInvitation(api.deps, token)).rejects.toMatchObject({ code: "invitation.unknown" })
    const opened = await openInvitation(api.deps, person?.secret ?? "")
    if (opened.state !== "open") throw new Error("not open")
    await expect(answerInvitation(api.deps, opened, token, {})).rejects.toMatchObject({
      code: "invitation.unknown",
    })
    await expect(stopReminders(api.deps, person?.secret ?? "")).rejects.toMatchObject({
      code: "invitation.unknown",
    })
    expect(await stoppedOnes()).toEqual([])

    const url = api.deps.config.publicUrl
    const post = (path: string, body?: string, type = "application/x-www-form-urlencoded") =>
      api.app.request(`${url}${path}`, {
        method: "POST",
        ...(body === undefined ? {} : { body, headers: { "Content-Type": type } }),
      })
    // Whatever a scanner posts, and every look, changes nothing.
    for (const method of ["GET", "HEAD"]) await api.app.request(`${url}/r/${token}`, { method })
    for (const body of ["", "email=x", "List-Unsubscribe=yes", "One-Click", "x".repeat(3000)])
      await post(`/r/${token}`, body)
    expect((await post(`/r/${token}`, "x".repeat(10_000))).status).toBe(413)
    expect(await stoppedOnes()).toEqual([])
    // What a mail program posts, from nowhere and without a cookie.
    expect((await post(`/r/${token}`, "List-Unsubscribe=One-Click")).status).toBe(200)
    expect(await stoppedOnes()).toEqual([{ person_id: person?.personId, nonce }])
    expect((await post(`/api/reminders/${token}`)).status).toBe(200)
    expect((await post(`/api/reminders/${person?.secret}`)).status).toBe(404)
    // Whoever stopped reminders can still answer.
    expect((await openInvitation(api.deps, person?.secret ?? "")).state).toBe("open")
    api.remove()
  }, 60_000)

  test("a caller who tries many codes is told to wait, and it is the count that holds it", async () => {
    const api = await openTestApp(await open(), { demo: true })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0, seed: 1 })
    const code = await organizationCode(api.deps.db, organizationId)
    const [person] = await demoLinks(api.deps, organizationId, surveyId)
    const ask = async (secret: string, from: string) =>
      (
        await api.app.request("/api/invitation", {
          headers: { Authorization: `Invitation ${secret}`, "X-Forwarded-For": from },
        })
      ).status
    const guess = () => code + toBase32(randomBytes(10))
    const answers = []
    for (let at = 0; at < 40; at++) answers.push(await ask(guess(), "10.0.0.1"))
    expect(answers.slice(0, 30)).toEqual(Array(30).fill(404))
    expect(answers.slice(30)).toEqual(Array(10).fill(429))
    // Links cannot be guessed and never wait, right ones or old ones; nor do the codes of other callers.
    expect(await ask(person?.secret ?? "", "10.0.0.1")).toBe(200)
    for (let at = 0; at < 40; at++) expect(await ask("A".repeat(64), "10.0.0.3")).toBe(404)
    expect(await ask(guess(), "10.0.0.3")).toBe(404)
    // And so does guessing without the count: by an address of its own for each guess.
    for (let at = 0; at < 40; at++) expect(await ask(guess(), `10.0.1.${at}`)).toBe(404)
    api.remove()
  }, 60_000)

  test("fifty visits of scanners to a link, by GET, HEAD and posted forms, and the person still answers", async () => {
    const api = await openTestApp(await open(), { demo: true })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 40, share: 0, seed: 1 })
    const [person] = await demoLinks(api.deps, organizationId, surveyId)
    const secret = person?.secret ?? ""
    const rows = () =>
      withOrganization(api.deps.db, "close", organizationId, async (tx) => ({
        invitations: await tx.selectFrom("registry.invitation").selectAll().orderBy("person_id").execute(),
        ballots: await tx.selectFrom("box.ballot").select("ballot_key").execute(),
      }))
    const before = await rows()
    const url = api.deps.config.publicUrl
    for (let visit = 0; visit < 50; visit++) {
      const path = visit % 2 === 0 ? `/s/${secret}` : "/api/invitation"
      const method = ["GET", "HEAD", "POST", "PUT", "OPTIONS"][visit % 5] ?? "GET"
      const hasBody = method === "POST" || method === "PUT"
      await api.app.request(`${url}${path}`, {
        method,
        headers: {
          Authorization: `Invitation ${secret}`,
          ...(hasBody ? { "Content-Type": "application/x-www-form-urlencoded" } : {}),
        },
        ...(hasBody ? { body: "submit=1&agree=on" } : {}),
      })
    }
    expect(await rows()).toEqual(before)
    const invitation = await openInvitation(api.deps, secret)
    if (invitation.state !== "open") throw new Error("not open")
    const { cast } = await answerInvitation(api.deps, invitation, secret, { "comment-helps": "x" })
    expect(await castBallot(api.deps, cast)).toBe("stored")
    // It is that looking writes nothing: one more answer does change the rows.
    expect(await rows()).not.toEqual(before)
    expect(await readSecret(api.deps.db, secret)).toMatchObject({ organizationId })
    api.remove()
  }, 60_000)
})
