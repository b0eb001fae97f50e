import { LIMITS, type Question, word } from "@throughline/instrument"
import { addChoice, type Choosing, moveChoice, removeChoice } from "./change-choices.ts"
import { fieldId, useDesk } from "./desk.ts"
import classes from "./instruments.module.css"
import { MoveButtons, moveButton } from "./move-buttons.tsx"
import { newId } from "./new-question.ts"
import { TextField } from "./text-field.tsx"

/** The answers of a question, in their order. */
export function ChoiceList({ question }: { question: Extract<Question, { choices: unknown }> }) {
  const desk = useDesk()
  const path = `questions/${question.id}/choices`
  const change = (make: (question: Choosing) => Choosing) =>
    desk.change((instrument) => ({
      ...instrument,
      questions: instrument.questions.map((one) =>
        one.id === question.id && "choices" in one ? make(one) : one,
      ),
    }))
  function move(choice: string, at: number, by: -1 | 1) {
    const to = at + by
    if (to < 0 || to >= question.choices.length) {
      desk.say(by < 0 ? "Already the first answer." : "Already the last answer.")
      return
    }
    change((one) => moveChoice(one, choice, by))
    desk.say(`Moved to place ${to + 1} of ${question.choices.length}.`)
    desk.focus(moveButton(`${path}/${choice}`, by))
  }
  function add() {
    const id = newId("c", crypto.getRandomValues(new Uint8Array(4)))
    change((one) => addChoice(one, id))
    desk.focus(fieldId(`${path}/${id}/text`))
  }
  return (
    <ol className={classes.choices}>
      {question.choices.map((choice, at) => {
        const name = `answer ${at + 1}`
        return (
          <li key={choice.id}>
            <TextField
              path={`${path}/${choice.id}/text`}
              label={`Answer ${at + 1}`}
              wording={choice.text}
              needed
              question={question.id}
              quiet
            />
            <div className={classes.choiceTools}>
              <MoveButtons
                path={`${path}/${choice.id}`}
                name={name}
                first={at === 0}
                last={at === question.choices.length - 1}
                onMove={(by) => move(choice.id, at, by)}
              />
              <button
                type="button"
                className={classes.tool}
                aria-label={`Remove ${name}`}
                onClick={() =>
                  desk.remove(
                    `the answer “${word(choice.text, desk.language) || at + 1}”`,
                    `questions/${question.id}`,
                    (instrument) => ({
                      ...instrument,
                      questions: instrument.questions.map((one) =>
                        one.id === question.id && "choices" in one ? removeChoice(one, choice.id) : one,
                      ),
                    }),
                  )
                }
              >
                Remove
              </button>
            </div>
          </li>
        )
      })}
      {question.choices.length < LIMITS.choices && (
        <li className={classes.addChoice}>
          <button type="button" className={classes.tool} onClick={add}>
            Add an answer
          </button>
        </li>
      )}
    </ol>
  )
}
