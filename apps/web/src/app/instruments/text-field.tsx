import type { Wording } from "@throughline/instrument"
import { useId } from "react"
import { languageNames } from "../surveys/language-names.ts"
import { fieldId, useDesk } from "./desk.ts"
import { directionOf } from "./direction-of.ts"
import { withText } from "./instrument-texts.ts"
import classes from "./instruments.module.css"

const LONGEST = 600

/**
 * One text in the language being written, with the reference language beside it, what is wrong with it, and what
 * somebody else has made of it in the meantime.
 */
export function TextField(props: {
  path: string
  label: string
  hint?: string
  wording: Wording
  /** What stands there when this is left empty. */
  otherwise?: string
  needed: boolean
  question?: string
  /** The label is for screen readers only. */
  quiet?: boolean
}) {
  const { language, reference, ...desk } = useDesk()
  const notes = useId()
  const { path, wording } = props
  const value = wording[language] ?? ""
  const here = `${path}/${language}`
  const missing = props.needed && value.trim() === ""
  const faults = missing ? [`The ${languageNames[language]} text is missing.`] : desk.faults(here)
  const conflict = desk.conflict(here)
  const write = (text: string) => desk.change((instrument) => withText(instrument, path, language, text))
  return (
    <div className={reference === null ? classes.field : classes.fieldBeside}>
      <div>
        <label htmlFor={fieldId(path)} className={props.quiet ? classes.unseen : classes.label}>
          {props.label}
          <span className={classes.unseen}>, {languageNames[language]}</span>
        </label>
        <textarea
          id={fieldId(path)}
          className={classes.text}
          lang={language}
          dir={directionOf(language)}
          rows={Math.min(6, Math.max(1, Math.ceil(value.length / 46)))}
          maxLength={LONGEST}
          value={value}
          placeholder={props.otherwise}
          aria-invalid={faults.length > 0}
          aria-describedby={notes}
          onFocus={() => props.question !== undefined && desk.follow(props.question)}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            // One line of text: Enter would only add a space.
            if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault()
          }}
        />
        <div id={notes}>
          {props.hint && <p className={classes.hint}>{props.hint}</p>}
          {faults.map((fault) => (
            <p key={fault} className={classes.fault}>
              {fault}
            </p>
          ))}
        </div>
        {conflict && (
          <fieldset className={classes.conflict}>
            <legend>Somebody else wrote this at the same time</legend>
            <p lang={language} dir={directionOf(language)}>
              {typeof conflict.theirs === "string" ? conflict.theirs : <em>nothing</em>}
            </p>
            <button type="button" className={classes.tool} onClick={() => desk.settle(here, "mine")}>
              Keep mine
            </button>
            <button type="button" className={classes.tool} onClick={() => desk.settle(here, "theirs")}>
              Take theirs
            </button>
          </fieldset>
        )}
      </div>
      {reference !== null && (
        <p className={props.quiet ? classes.reference : classes.referenceBelow}>
          <span className={classes.unseen}>In {languageNames[reference]}: </span>
          <span lang={reference} dir={directionOf(reference)}>
            {wording[reference] || (props.needed ? "–" : "")}
          </span>
        </p>
      )}
    </div>
  )
}
