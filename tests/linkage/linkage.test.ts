// The small form of npm run linkage, and a search for whatever should have left no trace.
import { findPostgres } from "@throughline/db/testing"
import { beforeAll, describe, expect, test, vi } from "vitest"
import { gather, lookAfterClose, lookWhileOpen } from "./evidence.ts"
import { columnsOf, found, type Needle } from "./find-traces.ts"
import { linkPeople } from "./link-people.ts"
import { truth } from "./measure.ts"
import { type Respondent, type Server, seededSurvey } from "./seeded-survey.ts"

const guard = vi.hoisted(() => ({ shuffles: true }))
vi.mock("@throughline/ballot", async (original) => {
  const actual = await original<typeof import("@throughline/ballot")>()
  const shuffle: typeof actual.shuffle = (items) => (guard.shuffles ? actual.shuffle(items) : [...items])
  return { ...actual, shuffle }
})

const needlesOf = (respondents: readonly Respondent[], more: readonly Needle[] = []): Needle[] => [
  ...respondents.flatMap(({ link }): Needle[] => [
    { what: "secret", text: link.secret },
    { what: "name", text: link.name },
    ...(link.email === null ? [] : [{ what: "mail address" as const, text: link.email }]),
  ]),
  ...more,
]

/** Everything that is searched, while the survey is open and after the close. */
const search = async (server: Server) => ({
  dump: server.dump(),
  answers: `${server.dump("box", "results")}\n${await columnsOf(server, ["box", "results"])}`,
  statements: server.log(),
})

const survey = (options: { people: number; logsRequests?: boolean }) =>
  seededSurvey({
    ...options,
    together: 10,
    seed: 11,
    whileOpen: async (server) => ({ looked: await lookWhileOpen(server), searched: await search(server) }),
    afterClose: async (server) => ({ looked: await lookAfterClose(server), searched: await search(server) }),
  })

describe.skipIf(!findPostgres())(
  `a whole survey${findPostgres() ? "" : " (PostgreSQL not installed)"}`,
  () => {
    let run: Awaited<ReturnType<typeof survey>>
    beforeAll(async () => {
      run = await survey({ people: 40 })
    }, 240_000)

    test("its times and orders tell whose ballot is whose, and yet not what anybody answered", () => {
      const evidence = gather(run.before.looked, run.after.looked)
      const { stored } = run.after.looked
      const { open, sealed, chance } = linkPeople(
        run.respondents,
        evidence,
        stored,
        truth(run.respondents, stored),
      )
      expect(evidence.sizes).toBe(1)
      expect(evidence.casts).toHaveLength(40)
      // Without sealing the same attacker reads nearly all of them: the attack is a real one.
      expect(open).toBeGreaterThan(0.75)
      // Wider than the command's: this one runs each day, and must not fail once in a hundred.
      expect(sealed.share).toBeLessThan(chance.mean + 5 * chance.deviation)
      expect(sealed.share).toBeLessThan(open / 2)
    })

    test("it is the shuffling that hides whose row is whose: without it the same attacker finds nearly all", async () => {
      guard.shuffles = false
      try {
        const plain = await survey({ people: 40 })
        const { stored } = plain.after.looked
        const evidence = gather(plain.before.looked, plain.after.looked)
        const rowOf = truth(plain.respondents, stored)
        const { sealed } = linkPeople(plain.respondents, evidence, stored, rowOf)
        expect(sealed.share).toBeGreaterThan(0.75)
      } finally {
        guard.shuffles = true
      }
    }, 240_000)

    test("leaves no secret of any link in the database, its dumps or a log of all its statements", () => {
      const secrets = needlesOf(run.respondents).filter(({ what }) => what === "secret")
      expect(secrets).toHaveLength(40)
      for (const { searched } of [run.before, run.after])
        for (const text of [searched.dump, searched.answers, searched.statements]) {
          expect(text.length).toBeGreaterThan(1000)
          expect(found(text, secrets)).toEqual([])
        }
    })

    test("leaves no name and no mail address beside the ballots or the answers", () => {
      const needles = needlesOf(run.respondents, [{ what: "mail address", text: run.hr.email }])
      for (const { searched } of [run.before, run.after]) expect(found(searched.answers, needles)).toEqual([])
      // The search finds them where they belong.
      expect(found(run.before.searched.dump, needles).length).toBeGreaterThan(60)
    })

    test("leaves nothing of anybody in the program's log", () => {
      expect(found(run.appLog.join("\n"), needlesOf(run.respondents))).toEqual([])
    })

    test("a program that writes down its requests would be found out", async () => {
      const careless = await survey({ people: 10, logsRequests: true })
      const secrets = needlesOf(careless.respondents).filter(({ what }) => what === "secret")
      expect(found(careless.appLog.join("\n"), secrets)).toEqual(secrets)
    }, 240_000)
  },
)
