import { Fragment } from "react"
import { AddQuestion } from "./add-question.tsx"
import { moveSection, placeOfSection, removeConstruct, removePage } from "./change-instrument.ts"
import { useDesk } from "./desk.ts"
import classes from "./instruments.module.css"
import { MoveButtons, moveButton } from "./move-buttons.tsx"
import { QuestionRow } from "./question-row.tsx"
import { isNamedIn, sectionName } from "./section-name.ts"
import type { Section } from "./sections.ts"
import { TextField } from "./text-field.tsx"
import { UndoLine } from "./undo-line.tsx"

/** One page of the questionnaire: its heading, its questions, and what can be done with it as a whole. */
export function SectionBlock({ section, at, of }: { section: Section; at: number; of: number }) {
  const desk = useDesk()
  const { kind, id, questions } = section
  const name = sectionName(desk.instrument, section, desk.language)
  const path = kind === "construct" ? `constructs/${id}` : `pages/${id}`
  const heading = `${path}/heading`
  // The name may have to stand in for the one that is missing in this language.
  const named = isNamedIn(desk.instrument, section, desk.language)
  function move(by: -1 | 1) {
    const moved = moveSection(desk.instrument, kind, id, by)
    const place = placeOfSection(moved, kind, id)
    if (place.at === placeOfSection(desk.instrument, kind, id).at) {
      desk.say(by < 0 ? "Already the first page." : "Already the last page.")
      return
    }
    desk.change((instrument) => moveSection(instrument, kind, id, by))
    desk.say(`${name} is now page ${place.at} of ${place.of}.`)
    desk.focus(moveButton(path, by))
  }
  return (
    <section className={classes.section} aria-labelledby={heading}>
      <header>
        <h2 id={heading} tabIndex={-1}>
          <span lang={named ? desk.language : undefined} dir="auto">
            {name}
          </span>
        </h2>
        <div className={classes.tools}>
          {questions.length > 0 && kind !== "loose" && (
            <MoveButtons path={path} name={name} first={at === 1} last={at === of} onMove={move} />
          )}
          {kind === "construct" && (
            <button
              type="button"
              className={classes.tool}
              aria-expanded={desk.isOpen(path)}
              aria-label={`Settings of ${name}`}
              onClick={() => desk.toggle(path, !desk.isOpen(path))}
            >
              Settings
            </button>
          )}
          {kind !== "loose" && (
            <button
              type="button"
              className={classes.tool}
              aria-label={`Remove ${name}`}
              onClick={() =>
                desk.remove(
                  `“${name}”${questions.length > 0 ? " with its questions" : ""}`,
                  path,
                  (instrument) =>
                    kind === "construct" ? removeConstruct(instrument, id) : removePage(instrument, id),
                )
              }
            >
              Remove
            </button>
          )}
        </div>
      </header>
      {desk.faults(path).map((fault) => (
        <p key={fault} className={classes.fault}>
          {fault}
        </p>
      ))}
      <Heading section={section} path={path} />
      {kind === "loose" && (
        <p className={classes.hint}>
          Nobody is asked these before they have a page. Choose one in their settings.
        </p>
      )}
      <ol className={classes.rows}>
        {questions.map((question, place) => (
          <Fragment key={question.id}>
            <UndoLine where={`questions/${question.id}`} as="li" />
            <QuestionRow question={question} at={place + 1} of={questions.length} />
          </Fragment>
        ))}
        <UndoLine where={`${path}/end`} as="li" />
      </ol>
      <AddQuestion section={section} name={name} />
    </section>
  )
}

/** What respondents read over the page, and for a topic what those read who see the results. */
function Heading({ section, path }: { section: Section; path: string }) {
  const desk = useDesk()
  const asked = section.questions.length > 0
  if (section.kind === "page") {
    const page = desk.instrument.pages.find(({ id }) => id === section.id)
    if (!page) return null
    return (
      <TextField
        path={`${path}/title`}
        label="Heading that respondents see"
        wording={page.title}
        needed={asked}
      />
    )
  }
  const construct = desk.instrument.constructs.find(({ id }) => id === section.id)
  if (section.kind !== "construct" || !construct) return null
  const headed = Object.values(construct.page).some((text) => text.trim() !== "")
  const items = desk.instrument.questions.filter(
    (question) => question.type === "likert" && question.construct === construct.id,
  ).length
  return (
    <>
      <TextField
        path={`${path}/page`}
        label="Heading that respondents see"
        hint="Names the subject without saying what a good answer would be."
        wording={construct.page}
        otherwise={headed ? "" : (construct.name[desk.language] ?? "")}
        needed={asked && headed}
      />
      {desk.isOpen(path) && (
        <div className={classes.settings}>
          <TextField
            path={`${path}/name`}
            label="Name of the topic in the results"
            wording={construct.name}
            needed={asked && !headed}
          />
          <TextField
            path={`${path}/about`}
            label="What it is about, for readers of the results"
            wording={construct.about}
            needed={false}
          />
        </div>
      )}
      {section.questions.length === 0 && items > 0 && (
        <p className={classes.hint}>Its statements stand on the further pages below or above.</p>
      )}
    </>
  )
}
