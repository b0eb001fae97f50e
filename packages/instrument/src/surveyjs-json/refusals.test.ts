import * as fc from "fast-check"
import { Serializer } from "survey-core"
import { describe, expect, test } from "vitest"
import { fromSurveyJson } from "./from-survey-json.ts"

const element = { type: "radiogroup", name: "q", title: "Q?", choices: ["a", "b"] }
const inElement = (change: object, ...more: object[]) => ({
  pages: [{ elements: [{ ...element, ...change }, ...more] }],
})
const faults = (json: unknown) => {
  const result = fromSurveyJson(json)
  return "faults" in result ? result.faults : []
}
const properties = (json: unknown) => faults(json).map(({ path, property }) => `${path} ${property}`.trim())

describe("what SurveyJS would run, load or draw as HTML is refused by name", () => {
  test.each<[string, object, string]>([
    ["completedHtml", { completedHtml: "<b>" }, "completedHtml"],
    ["completedHtmlOnCondition", { completedHtmlOnCondition: [{ html: "<b>" }] }, "completedHtmlOnCondition"],
    ["completedBeforeHtml", { completedBeforeHtml: "<b>" }, "completedBeforeHtml"],
    ["loadingHtml", { loadingHtml: { default: "<b>" } }, "loadingHtml"],
    ["processedTitle as HTML", { titleHtml: "<b>" }, "titleHtml"],
    ["triggers", { triggers: [{ type: "runexpression", expression: "1" }] }, "triggers"],
    ["calculated values", { calculatedValues: [{ name: "a", expression: "1" }] }, "calculatedValues"],
    ["a way to another address", { navigateToUrl: "https://evil.example" }, "navigateToUrl"],
    ["a logo", { logo: "https://evil.example/a.png" }, "logo"],
    ["a background", { backgroundImage: "https://evil.example/a.png" }, "backgroundImage"],
    ["a property nobody knows", { onComplete: "alert(1)" }, "onComplete"],
    [
      "a condition of a page",
      { pages: [{ visibleIf: "{q} = 1", elements: [element] }] },
      "pages.0 visibleIf",
    ],
    [
      "choices by URL",
      inElement({ choicesByUrl: { url: "https://evil.example" } }),
      "pages.0.elements.0 choicesByUrl",
    ],
    [
      "an expression that shows choices",
      inElement({ choicesVisibleIf: "{item} = 1" }),
      "pages.0.elements.0 choicesVisibleIf",
    ],
    [
      "an expression for a default",
      inElement({ defaultValueExpression: "1" }),
      "pages.0.elements.0 defaultValueExpression",
    ],
    ["an answer given beforehand", inElement({ defaultValue: "a" }), "pages.0.elements.0 defaultValue"],
    [
      "a question that is set by another",
      inElement({ setValueExpression: "1" }),
      "pages.0.elements.0 setValueExpression",
    ],
    ["an enabling condition", inElement({ enableIf: "{q} = 1" }), "pages.0.elements.0 enableIf"],
    [
      "a condition we do not have",
      inElement({ visibleIf: "{q} > 1 or true" }),
      "pages.0.elements.0 visibleIf",
    ],
    [
      "a function in a condition",
      inElement({}, { type: "comment", name: "c", visibleIf: "iif({q} = 'a', 1, 0)" }),
      "pages.0.elements.1 visibleIf",
    ],
    [
      "a choice nobody has",
      inElement({}, { type: "comment", name: "c", visibleIf: "{q} != 'z'" }),
      "pages.0.elements.1 visibleIf",
    ],
    [
      "validators",
      inElement({ validators: [{ type: "regex", regex: "(a+)+$" }] }),
      "pages.0.elements.0 validators",
    ],
    ["a text field beside choices", inElement({ showOtherItem: true }), "pages.0.elements.0 showOtherItem"],
    ["a comment beside choices", inElement({ hasComment: true }), "pages.0.elements.0 hasComment"],
    [
      "a picture at a choice",
      inElement({ choices: [{ value: "a", imageLink: "https://evil.example" }, "b"] }),
      "pages.0.elements.0.choices.0 imageLink",
    ],
    [
      "a condition at a choice",
      inElement({ choices: [{ value: "a", visibleIf: "{q} = 1" }, "b"] }),
      "pages.0.elements.0.choices.0 visibleIf",
    ],
    [
      "a mask",
      inElement({ type: "text", choices: undefined, maskType: "pattern" }),
      "pages.0.elements.0 maskType",
    ],
    ["a kind of text", inElement({ type: "text", inputType: "email" }), "pages.0.elements.0 inputType"],
    ["two questions of one name", inElement({}, element), "pages.0.elements.1 name"],
  ])("%s", (_, change, property) => {
    expect(properties({ pages: [{ elements: [element] }] })).toEqual([])
    expect(properties({ pages: [{ elements: [element] }], ...change })).toContain(property)
  })

  test.each([
    "html",
    "image",
    "imagepicker",
    "file",
    "signaturepad",
    "expression",
    "multipletext",
    "paneldynamic",
    "matrixdropdown",
    "matrixdynamic",
    "imagemap",
    "slider",
    "tagged",
    "toString",
    "__proto__",
  ])("an element of the type %s, with what to do instead", (type) => {
    const [fault, ...others] = faults({ pages: [{ elements: [{ type, name: "x", html: "<b>" }] }] })
    expect(others).toEqual([])
    expect(fault).toMatchObject({ path: "pages.0.elements.0", property: "type" })
    expect(fault?.message).toMatch(/^Throughline has no question of the type “.+”\. .+\.$/)
  })

  test.each(["{q}", "Dear {panel.name}, hello", "{ q }", "a {b{q}", "{locale}", "{#a}"])(
    "an answer in a text: %s",
    (title) => {
      expect(properties(inElement({ title }))).toEqual(["pages.0.elements.0 title"])
      expect(properties({ ...inElement({}), title: { de: title } })).toEqual(["title"])
      expect(properties(inElement({ choices: ["a", { value: "b", text: title }] }))).toEqual([
        "pages.0.elements.0.choices.1 text",
      ])
    },
  )

  test("braces that stand for nothing are text", () => {
    for (const title of ["{", "}", "{}", "a } b { c"]) expect(properties(inElement({ title }))).toEqual([])
  })

  test("each property is one fault of its own, and says what to do", () => {
    const json = { ...inElement({ enableIf: "1", choicesByUrl: {} }), triggers: [], completedHtml: "" }
    expect(properties(json).sort()).toEqual([
      "completedHtml",
      "pages.0.elements.0 choicesByUrl",
      "pages.0.elements.0 enableIf",
      "triggers",
    ])
    for (const { message } of faults(json)) expect(message).toMatch(/[A-Z].+\.$/)
  })
})

describe("what is no survey", () => {
  test("is refused as a whole", () => {
    for (const json of [undefined, null, 1, "{}", [], true]) expect(faults(json)).toHaveLength(1)
    expect(properties({ pages: {} })).toEqual(["pages"])
    expect(properties({ pages: [1, { elements: "x" }, { elements: [2] }] })).toEqual([
      "pages.0 pages",
      "pages.1 elements",
      "pages.2.elements.0 elements",
    ])
  })

  test("cannot reach what all objects inherit", () => {
    const poison = JSON.parse(
      '{"pages": [{"elements": [{"type": "comment", "name": "a", "__proto__": {"polluted": 1}}]}]}',
    )
    expect(properties(poison)).toEqual(["pages.0.elements.0.__proto__ __proto__"])
    const titles = JSON.parse('{"title": {"constructor": {"prototype": {"polluted": 1}}}, "pages": []}')
    expect(properties(titles)).toEqual(["title.constructor constructor"])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  test("holds no functions, dates or numbers that are none", () => {
    for (const value of [() => 1, new Date(0), new Map(), Number.NaN, Symbol("a"), 1n]) {
      expect(faults({ pages: [{ elements: [element] }], title: value }), typeof value).toHaveLength(1)
    }
  })

  test("is bounded in depth, keys and size", () => {
    let deep: unknown = 1
    for (let level = 0; level < 5_000; level++) deep = { deep }
    expect(faults({ title: deep })[0]?.message).toMatch(/nested more than 16 levels/)
    const wide = { elements: Array.from({ length: 25_000 }, () => 1) }
    expect(faults(wide)[0]?.message).toMatch(/more than 20000 keys/)
    expect(faults({ title: "x".repeat(262_200) })[0]?.message).toMatch(/larger than 256 kB/)
    const shared = Array.from({ length: 100 }, () => "x".repeat(4_000))
    expect(faults({ title: shared })[0]?.message).toMatch(/larger than 256 kB/)
    const round: { round?: unknown } = {}
    round.round = round
    expect(faults(round)[0]?.message).toMatch(/nested more than 16 levels/)
  })

  test("is bounded in what becomes of it: too many questions, too many choices, texts that are too long", () => {
    const many = Array.from({ length: 121 }, (_, at) => ({ type: "comment", name: `c${at}` }))
    expect(faults({ elements: many })).not.toEqual([])
    expect(properties(inElement({ choices: Array.from({ length: 31 }, (_, at) => at) }))).toEqual([
      "pages.0.elements.0.choices choices",
    ])
    expect(properties(inElement({ title: "x".repeat(601) }))).toEqual(["pages.0.elements.0 title"])
  })

  test("cannot pretend to be an export of ours with something else in it", () => {
    for (const throughline of [
      1,
      { type: "likert", construct: "A B", audience: "everyone" },
      { type: "likert", construct: "a", audience: "everyone", html: "<b>" },
      { type: "text" },
    ]) {
      expect(properties(inElement({ throughline }))).toEqual(["pages.0.elements.0 throughline"])
    }
    expect(properties({ ...inElement({}), throughline: { id: "own" } })).toEqual(["throughline"])
  })
})

describe("whatever SurveyJS knows", () => {
  /** All types of elements, and all properties, of the SurveyJS that is installed. */
  const types = [
    "survey",
    "page",
    "panel",
    ...Serializer.getChildrenClasses("question", true).map(({ name }) => name),
  ]
  const names = [...new Set(types.flatMap((type) => Serializer.getProperties(type).map(({ name }) => name)))]
  const dangerous =
    /html|url|expression|if$|trigger|calculated|image|^logo$|validators|default(row)?value|javascript|link/i

  test("has more properties than we read, and every dangerous one is refused wherever it stands", () => {
    expect(names.length).toBeGreaterThan(200)
    const risky = names.filter((name) => dangerous.test(name) && name !== "visibleIf")
    expect(risky.length).toBeGreaterThan(25)
    for (const name of risky) {
      const value = "{x}"
      for (const json of [
        { pages: [{ elements: [element] }], [name]: value },
        { pages: [{ elements: [element], [name]: value }] },
        inElement({ [name]: value }),
        inElement({ choices: [{ value: "a", [name]: value }, "b"] }),
      ]) {
        expect(
          properties(json).some((fault) => fault.endsWith(name)),
          `${name} ${JSON.stringify(json)}`,
        ).toBe(true)
      }
    }
  })

  test("never makes the import throw, and what it lets through is an instrument and nothing else", () => {
    const anyText = fc.oneof(fc.string(), fc.constantFrom("{a}", "<b>", "a|b", "en", "1"))
    const value = fc.oneof(
      anyText,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.dictionary(fc.constantFrom("default", "de", "en"), anyText),
      fc.array(anyText, { maxLength: 6 }),
    )
    const anyElement = fc
      .record({
        type: fc.constantFrom(...types, "nothing"),
        name: fc.oneof(fc.constantFrom("a", "b", "mission"), anyText),
        rest: fc.dictionary(fc.constantFrom(...names, "throughline"), value, { maxKeys: 4 }),
      })
      .map(({ type, name, rest }) => ({ choices: ["x", "y"], ...rest, type, name }))
    fc.assert(
      fc.property(
        fc.array(anyElement, { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 2 }),
        (elements, root) => {
          const result = fromSurveyJson({ ...root, pages: [{ elements }] })
          const text = JSON.stringify("instrument" in result ? result.instrument : {})
          expect(text).not.toMatch(/"(?:html|\w*If|\w*Expression|url|__proto__)":/)
        },
      ),
      { numRuns: 500 },
    )
  })
})
