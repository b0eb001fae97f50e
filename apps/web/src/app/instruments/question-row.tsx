import { type Question, word } from "@throughline/instrument"
import { moveQuestion, placeOf, removeQuestion } from "./change-instrument.ts"
import { ChoiceList } from "./choice-list.tsx"
import { useDesk } from "./desk.ts"
import classes from "./instruments.module.css"
import { MoveButtons, moveButton } from "./move-buttons.tsx"
import { typeNames } from "./new-question.ts"
import { QuestionSettings } from "./question-settings.tsx"
import { TextField } from "./text-field.tsx"

/** One question: its words first, then its place, its settings and its answers. */
export function QuestionRow(props: { question: Question; at: number; of: number }) {
  const { question, at, of } = props
  const desk = useDesk()
  const path = `questions/${question.id}`
  const open = desk.isOpen(path)
  const name = `${typeNames[question.type]} ${at}`
  const others = desk
    .faults(path)
    .concat(["construct", "unless", "pick", "choices"].flatMap((field) => desk.faults(`${path}/${field}`)))
  function move(by: -1 | 1) {
    const moved = moveQuestion(desk.instrument, question.id, by)
    if (moved === desk.instrument) {
      desk.say(by < 0 ? "Already the first here." : "Already the last here.")
      return
    }
    desk.change((instrument) => moveQuestion(instrument, question.id, by))
    const place = placeOf(moved, question.id)
    desk.say(`Moved to place ${place.at} of ${place.of}.`)
    desk.follow(question.id)
    desk.focus(moveButton(path, by))
  }
  return (
    <li className={classes.row} aria-label={`${name} of ${of}`}>
      <span className={classes.number} aria-hidden="true">
        {at}
      </span>
      <div>
        <TextField
          path={`${path}/text`}
          label={name}
          wording={question.text}
          needed
          question={question.id}
          quiet
        />
        {"choices" in question && <ChoiceList question={question} />}
        {others.map((fault) => (
          <p key={fault} className={classes.fault}>
            {fault}
          </p>
        ))}
        <div className={classes.tools}>
          <MoveButtons path={path} name={name} first={at === 1} last={at === of} onMove={move} />
          <button
            type="button"
            className={classes.tool}
            aria-expanded={open}
            aria-label={`Settings of ${name}`}
            onClick={() => {
              desk.follow(question.id)
              desk.toggle(path, !open)
            }}
          >
            Settings
          </button>
          <button
            type="button"
            className={classes.tool}
            aria-label={`Remove ${name}`}
            onClick={() =>
              desk.remove(`“${word(question.text, desk.language) || name}”`, `${path}`, (instrument) =>
                removeQuestion(instrument, question.id),
              )
            }
          >
            Remove
          </button>
          <span className={classes.marks}>{marksOf(question).join(" · ")}</span>
        </div>
        {open && <QuestionSettings question={question} name={name} />}
      </div>
    </li>
  )
}

/** What is particular about a question, in few words. */
function marksOf(question: Question): string[] {
  const marks: string[] = question.type === "likert" ? [] : [typeNames[question.type]]
  if (question.type === "likert") {
    if (question.reverse) marks.push("Reversed")
    if (question.audience === "people-with-reports") marks.push("People with reports only")
  }
  if ("unless" in question && question.unless) marks.push("Asked only after a certain answer")
  return marks
}
