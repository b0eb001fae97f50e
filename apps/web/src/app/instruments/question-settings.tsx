import { LIMITS, type LikertItem, type Question, word } from "@throughline/instrument"
import { changeQuestion, putQuestion } from "./change-instrument.ts"
import { useDesk } from "./desk.ts"
import classes from "./instruments.module.css"
import { sectionName } from "./section-name.ts"
import { type Filled, sectionOf, sectionsOf } from "./sections.ts"

/** What a question has beside its words. */
export function QuestionSettings({ question, name }: { question: Question; name: string }) {
  return (
    <fieldset className={classes.settings}>
      <legend className={classes.unseen}>Settings of {name}</legend>
      {question.type === "likert" && <StatementSettings question={question} />}
      {question.type === "ranking" && (
        <NumberSetting
          question={question}
          field="pick"
          most={question.choices.length}
          label="How many to put in order"
        />
      )}
      {question.type === "text" && (
        <NumberSetting
          question={question}
          field="maxLength"
          most={LIMITS.answer}
          label="Most characters of an answer"
        />
      )}
      {"unless" in question ||
      question.type === "choice" ||
      question.type === "ranking" ||
      question.type === "text" ? (
        <Condition question={question as Conditional} />
      ) : null}
      <PlaceSetting question={question} />
    </fieldset>
  )
}

function StatementSettings({ question }: { question: LikertItem }) {
  const desk = useDesk()
  const set = (part: (item: LikertItem) => LikertItem) =>
    desk.change((instrument) => changeQuestion<LikertItem>(instrument, question.id, part))
  return (
    <>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={question.reverse === true}
          onChange={(event) => {
            const on = event.currentTarget.checked
            set(({ reverse: _, ...item }) => (on ? { ...item, reverse: true } : item))
          }}
        />
        <span>
          Reversed
          <small>
            Who agrees with it sees things less well: a full “yes” is counted as the lowest value, so that
            high is good in every result.
          </small>
        </span>
      </label>
      <label className={classes.setting}>
        Asked of
        <select
          value={question.audience}
          onChange={(event) => {
            const audience = event.currentTarget.value as LikertItem["audience"]
            set((item) => ({ ...item, audience }))
          }}
        >
          <option value="everyone">Everyone</option>
          <option value="people-with-reports">People with reports only</option>
        </select>
      </label>
      {sectionOf(desk.instrument, question.id)?.kind !== "construct" && (
        <label className={classes.setting}>
          Topic it counts towards
          <select
            value={question.construct}
            onChange={(event) => {
              const construct = event.currentTarget.value
              set((item) => ({ ...item, construct }))
            }}
          >
            <option value="">None chosen yet</option>
            {desk.instrument.constructs.map((construct) => (
              <option key={construct.id} value={construct.id}>
                {word(construct.name, desk.language) || "Topic without a name"}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  )
}

function NumberSetting(props: {
  question: Question
  field: "pick" | "maxLength"
  most: number
  label: string
}) {
  const desk = useDesk()
  const { question, field, most } = props
  const value = (question as unknown as Record<string, number>)[field]
  return (
    <label className={classes.setting}>
      {props.label}
      <input
        type="number"
        min={1}
        max={most}
        value={value}
        onChange={(event) => {
          const number = Math.round(event.currentTarget.valueAsNumber)
          if (number >= 1 && number <= most) {
            desk.change((instrument) =>
              changeQuestion(instrument, question.id, (one) => ({ ...one, [field]: number }) as Question),
            )
          }
        }}
      />
    </label>
  )
}

type Conditional = Extract<Question, { unless?: unknown }>

/** Left out after a certain answer to an earlier choice question. */
function Condition({ question }: { question: Conditional }) {
  const desk = useDesk()
  const { questions } = desk.instrument
  const earlier = questions.slice(
    0,
    questions.findIndex(({ id }) => id === question.id),
  )
  const choices = earlier.flatMap((one) => (one.type === "choice" ? [one] : []))
  if (choices.length === 0 && question.unless === undefined) return null
  const value = question.unless ? `${question.unless.question} ${question.unless.choice}` : ""
  return (
    <label className={classes.setting}>
      Left out for those who answered
      <select
        value={value}
        onChange={(event) => {
          const [other = "", choice = ""] = event.currentTarget.value.split(" ")
          desk.change((instrument) =>
            changeQuestion<Conditional>(instrument, question.id, ({ unless: _, ...rest }) =>
              other === "" ? rest : { ...rest, unless: { question: other, choice } },
            ),
          )
        }}
      >
        <option value="">Nothing: asked of everybody</option>
        {choices.map((one) => (
          <optgroup key={one.id} label={word(one.text, desk.language)}>
            {one.choices.map((choice) => (
              <option key={choice.id} value={`${one.id} ${choice.id}`}>
                {word(choice.text, desk.language)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

function PlaceSetting({ question }: { question: Question }) {
  const desk = useDesk()
  const section = sectionOf(desk.instrument, question.id)
  const places = sectionsOf(desk.instrument).filter(
    ({ kind }) => kind === "page" || (kind === "construct" && question.type === "likert"),
  )
  return (
    <label className={classes.setting}>
      Stands on the page
      <select
        value={section ? `${section.kind} ${section.id}` : ""}
        onChange={(event) => {
          const [kind = "", id = ""] = event.currentTarget.value.split(" ")
          const made = putQuestion(desk.instrument, question.id, kind as Filled, id)
          desk.change((instrument) => putQuestion(instrument, question.id, kind as Filled, id))
          desk.say(`Moved to ${sectionName(made, { kind: kind as Filled, id }, desk.language)}.`)
          desk.focus(`up:questions/${question.id}`)
        }}
      >
        {section?.kind === "loose" && <option value={`${section.kind} ${section.id}`}>None yet</option>}
        {places.map(({ kind, id }) => (
          <option key={`${kind} ${id}`} value={`${kind} ${id}`}>
            {sectionName(desk.instrument, { kind, id }, desk.language)}
          </option>
        ))}
      </select>
    </label>
  )
}
