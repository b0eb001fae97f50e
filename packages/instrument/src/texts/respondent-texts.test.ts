import { describe, expect, test } from "vitest"
import { respondentTexts } from "./respondent-texts.ts"

const closing = { closesAt: "2026-12-01T18:00:00+03:00", timeZone: "Asia/Riyadh" }
const promiseFacts = { ...closing, organization: "Valley Water", invitedInGroup: 24, k: 7 }
const mailFacts = {
  ...closing,
  organization: "Valley Water",
  survey: "Direction 2026",
  name: "Ada Okafor",
  link: "https://survey.example/s/abc",
  stopLink: null,
  k: 7,
}
const plain = (value: unknown) => JSON.stringify(value).replaceAll("\u2068", "").replaceAll("\u2069", "")

describe.each(["en", "ar"] as const)("what a respondent reads (%s)", (language) => {
  const texts = respondentTexts(language)
  const hour = language === "en" ? "18:00" : "06:00 م"

  test("the promise carries the survey's own numbers: group, minimum, closing date, organization", () => {
    const promise = plain(texts.promise(promiseFacts))
    for (const fact of ["24", "7", "2026", hour, "Valley Water"]) expect(promise).toContain(fact)
    const other = plain(
      texts.promise({ ...promiseFacts, invitedInGroup: 311, k: 12, closesAt: "2027-03-09T00:00:00Z" }),
    )
    for (const fact of ["311", "12", "2027"]) expect(other).toContain(fact)
    for (const fact of ["24 ", "2026"]) expect(other).not.toContain(fact)
  })

  test("the promise says what it does not cover, in four points of its own", () => {
    const { limits } = texts.promise(promiseFacts)
    expect(limits.points.length).toBe(4)
    const [operator, list, page] = limits.points
    expect(operator).toMatch(
      language === "en"
        ? /key.*guess from the times.*cannot rule that out/
        : /المفتاح.*يخمّن من الأوقات.*لا يستبعد ذلك/,
    )
    expect(list).toMatch(
      language === "en"
        ? /list of people.*invented people.*work out your answer/
        : /قائمة.*لا وجود لهم.*إجابتك/,
    )
    expect(page).toMatch(
      language === "en"
        ? /from the server.*another program.*cannot show that this page keeps to it/
        : /من الخادم.*برنامجًا غير.*لا تبيّن أن هذه الصفحة تفي به/,
    )
  })

  test("who holds the key and who reads comments is said by name, or that nobody does", () => {
    const said = (facts: object) => plain(texts.promise({ ...promiseFacts, ...facts }))
    const trustees = ["Mia Berg", "Noor Haddad", "Ivo Lang"]
    for (const name of trustees) expect(said({ trustees }).split(name).length).toBe(3)
    expect(said({ trustees })).not.toMatch(language === "en" ? /cannot rule that out/ : /لا يستبعد ذلك/)
    expect(said({})).not.toContain("Mia Berg")
    expect(said({ reviewers: ["Ada Okafor"] })).toContain("Ada Okafor")
    expect(said({})).toMatch(language === "en" ? /Nobody reads them one by one/ : /لا يقرؤها أحد/)
  })

  test("nothing is promised that no survey can keep", () => {
    const all = plain([
      texts.promise(promiseFacts),
      texts.invitation(mailFacts),
      texts.thanks(promiseFacts),
      texts.states,
    ])
    expect(all).not.toMatch(/impossible|100 ?%|guarantee|anonym/i)
    expect(all).not.toMatch(/نضمن|مستحيل/)
  })

  test("mails and letters carry the six words when there are some, and say nothing of them before", () => {
    const words = ["acid", "lunar", "ozone", "ramp", "sun", "tattoo"]
    const letter = { ...mailFacts, address: "survey.example/code", code: "7K3M" }
    const last = { ...mailFacts, last: true }
    const written = (given: object) => [
      texts.invitation({ ...mailFacts, ...given }).text,
      texts.reminder({ ...last, ...given }).text,
      texts.letter({ ...letter, ...given }).after.join(" "),
    ]
    for (const text of written({ words })) expect(text).toContain(words.join(" "))
    for (const text of [...written({}), ...written({ words: [] })])
      expect(text).not.toMatch(/[Ss]ix words|ست كلمات/)
  })

  test("the close is planned, and may come earlier", () => {
    const sealed = plain(texts.promise(promiseFacts).points[4])
    expect(sealed).toMatch(
      language === "en" ? /planned for .*may be closed earlier/ : /المقرر يوم .*قد يُغلق قبل ذلك/,
    )
  })

  test("own words of too few are promised not to be kept", () => {
    const words = plain(texts.promise({ ...promiseFacts, k: 5 }).points.at(-1))
    expect(words).toMatch(
      language === "en"
        ? /10 people who answered\. If fewer answer in all, .*not kept/
        : /10 أشخاص\. .*كلهم أقل من ذلك فلن/,
    )
  })

  test("own words are promised the larger group: ten, or the minimum when that is higher", () => {
    const words = (k: number) => plain(texts.promise({ ...promiseFacts, k }).points.at(-1))
    expect(words(5)).toContain("10 ")
    expect(words(5)).not.toContain("5 ")
    expect(words(12)).toContain("12 ")
  })

  test("no text is empty, and none holds markup or a value that was never filled in", () => {
    const read = everyText([
      texts,
      texts.promise(promiseFacts),
      texts.thanks(promiseFacts),
      texts.invitation(mailFacts),
      texts.states.answered(closing),
      texts.states.closed(closing),
      texts.progress(3, 12),
    ])
    expect(read.length).toBeGreaterThan(80)
    for (const text of read) {
      expect(text.trim()).not.toBe("")
      expect(text).not.toMatch(/[<>{}]|undefined|null|NaN|\[object/)
    }
  })

  test("the mail says who asks, why, how long, by when and the promise, with the link on a line of its own", () => {
    const mail = texts.invitation(mailFacts)
    expect(mail.text.split("\n")).toContain(mailFacts.link)
    for (const part of [mail.greeting, ...mail.before, ...mail.after]) expect(mail.text).toContain(part)
    for (const fact of ["Valley Water", "Direction 2026", "Ada Okafor", hour, "7"])
      expect(plain(mail)).toContain(fact)
    expect(mail.text).toMatch(language === "en" ? /about 6 minutes/ : /نحو 6 دقائق/)
    expect(mail.subject).toContain("Valley Water")
    expect(mail.text.split(/\s+/).length).toBeLessThan(200)
  })

  test("a test mail says that it is one, in subject and text; a real one never does", () => {
    const [real, trial] = [texts.invitation(mailFacts), texts.invitation({ ...mailFacts, test: true })]
    expect(real.notice).toBeNull()
    expect(trial.notice).toMatch(language === "en" ? /test mail/ : /رسالة تجريبية/)
    expect(trial.text.startsWith(trial.notice ?? "?")).toBe(true)
    expect(trial.subject).toMatch(/^\[(Test|تجربة)\] /)
    expect(real.subject).not.toMatch(/^\[/)
  })

  test("a name from a file cannot break out of its line, and a missing one is left out", () => {
    const mail = texts.invitation({
      ...mailFacts,
      name: null,
      organization: "Valley\r\nBcc: all@example.com",
    })
    expect(mail.subject).not.toMatch(/[\r\n]/)
    expect(mail.greeting).not.toContain("null")
  })
})

describe("Arabic", () => {
  const people = (invitedInGroup: number) =>
    plain(respondentTexts("ar").promise({ ...promiseFacts, invitedInGroup }))

  test("counts people by its own rules: 8 أشخاص, 24 شخصًا, 100 شخص, 103 أشخاص", () => {
    expect(people(8)).toContain("8 أشخاص")
    expect(people(24)).toContain("24 شخصًا")
    expect(people(100)).toContain("100 شخص،")
    expect(people(103)).toContain("103 أشخاص")
  })

  test("isolates Latin names, so that punctuation stays on its side", () => {
    expect(respondentTexts("ar").thanks(promiseFacts).paragraphs.join()).toContain("\u2068Valley Water\u2069")
  })
})

function everyText(value: unknown): string[] {
  if (typeof value === "string") return [value]
  if (typeof value !== "object" || value === null) return []
  return Object.values(value).flatMap(everyText)
}
