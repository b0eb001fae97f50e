import { z } from "zod"

const code = z.string().min(1).max(100).describe("id of a priority, “other” or “cannot-tell”")

export const codingView = z.object({
  state: z
    .enum(["not-asked", "one-coder", "words-told", "coding", "settling", "ready", "too-few", "published"])
    .describe(
      "not-asked: there is nothing to code; one-coder: fewer than two were named; words-told: texts of the question were published, so no shares can be; settling: both are done and differ on some; ready: a share may be published; too-few: coded, but of too few texts",
    ),
  question: z.object({ id: z.string(), text: z.string() }).nullable(),
  codes: z.array(z.object({ code, text: z.string() })).describe("which are official is not said"),
  texts: z.int().describe("to be coded by each of the two"),
  mine: z.array(z.object({ comment: z.uuid(), code })),
  other: z
    .object({ name: z.string(), done: z.int() })
    .nullable()
    .describe("the other coder, and how many texts are done; which code is not told before both are done"),
  agreement: z
    .object({
      same: z.int(),
      kappa: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
    })
    .nullable(),
  differences: z
    .array(
      z.object({
        comment: z.uuid(),
        mine: code,
        theirs: code,
        settled: z.object({ code, revision: z.int(), by: z.string().nullable() }).nullable(),
      }),
    )
    .describe("none before both are done"),
  changes: z.int().describe("how often differences were settled, in all: what whoever publishes has seen"),
})
export type CodingView = z.infer<typeof codingView>

export const newCode = z.strictObject({ code })

export const newSettled = z.strictObject({
  code,
  revision: z.int().min(0).describe("the one that was changed; 0: nobody has settled this text"),
})
export type NewSettled = z.infer<typeof newSettled>
