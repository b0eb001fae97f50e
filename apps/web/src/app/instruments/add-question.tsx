import { LIMITS, type Question } from "@throughline/instrument"
import { useState } from "react"
import { addQuestion } from "./change-instrument.ts"
import { fieldId, useDesk } from "./desk.ts"
import classes from "./instruments.module.css"
import { newId, newQuestion, onlyOnce, type QuestionType, typeHints, typeNames } from "./new-question.ts"
import type { Section } from "./sections.ts"

/** Adds to the end of a section: a statement to a topic, anything to a page. */
export function AddQuestion({ section, name }: { section: Section; name: string }) {
  const desk = useDesk()
  const [choosing, setChoosing] = useState(false)
  const { questions } = desk.instrument
  const { kind, id: place } = section
  if (kind === "loose" || questions.length >= LIMITS.questions) return null

  function add(type: QuestionType) {
    const topic = kind === "construct" ? place : ""
    const made: Question = newQuestion(type, newId("q", crypto.getRandomValues(new Uint8Array(5))), topic)
    if (kind === "loose") return
    desk.change((instrument) => addQuestion(instrument, made, kind, place))
    setChoosing(false)
    desk.focus(fieldId(`questions/${made.id}/text`))
  }

  if (kind === "construct") {
    return (
      <button type="button" className={classes.add} onClick={() => add("likert")}>
        Add a statement<span className={classes.unseen}> to {name}</span>
      </button>
    )
  }
  const offered = (Object.keys(typeNames) as QuestionType[]).filter(
    (type) => !(onlyOnce.includes(type) && questions.some((one) => one.type === type)),
  )
  return (
    <div>
      <button
        type="button"
        className={classes.add}
        aria-expanded={choosing}
        onClick={() => setChoosing(!choosing)}
      >
        Add a question<span className={classes.unseen}> to {name}</span>
      </button>
      {choosing && (
        <ul className={classes.types}>
          {offered.map((type) => (
            <li key={type}>
              <button type="button" onClick={() => add(type)}>
                <strong>{typeNames[type]}</strong>
                <span>{typeHints[type]}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
