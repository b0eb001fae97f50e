import { asksEngagement, LIMITS, withEngagement } from "@throughline/instrument"
import { addConstruct, addPage } from "./change-instrument.ts"
import { fieldId, useDesk } from "./desk.ts"
import classes from "./instruments.module.css"
import { newId } from "./new-question.ts"

/** A topic with its own page of statements, or a page of any questions. */
export function AddSection() {
  const desk = useDesk()
  const random = () => crypto.getRandomValues(new Uint8Array(5))
  function addTopic() {
    const id = newId("t", random())
    desk.change((instrument) => addConstruct(instrument, id))
    desk.toggle(`constructs/${id}`, true)
    desk.focus(fieldId(`constructs/${id}/name`))
  }
  function addFurther() {
    const id = newId("p", random())
    desk.change((instrument) => addPage(instrument, id))
    desk.focus(fieldId(`pages/${id}/title`))
  }
  function addEngagement() {
    desk.change(withEngagement)
    desk.say("Engagement is added, with four statements.")
    desk.focus("constructs/engagement/heading")
  }
  return (
    <div className={classes.addSection}>
      {desk.instrument.constructs.length < LIMITS.constructs && (
        <button type="button" className={classes.add} onClick={addTopic}>
          Add a topic
        </button>
      )}
      {desk.instrument.pages.length < LIMITS.pages && (
        <button type="button" className={classes.add} onClick={addFurther}>
          Add a page
        </button>
      )}
      {!asksEngagement(desk.instrument) && desk.instrument.constructs.length < LIMITS.constructs && (
        <button type="button" className={classes.add} onClick={addEngagement}>
          Add engagement
        </button>
      )}
      <p className={classes.hint}>
        A topic is measured by its statements and has a figure of its own in the results. A page holds any
        questions. Engagement is a ready-made topic of four statements in six languages, about whether people
        like working here: the results then set it beside alignment.
      </p>
    </div>
  )
}
