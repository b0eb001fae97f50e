import { type Language, questionTexts } from "@throughline/instrument"
import { createElement, useEffect, useReducer, useState } from "react"
import type { QuestionCheckboxModel } from "survey-core"
import { RendererFactory } from "survey-core"
import { ReactQuestionFactory } from "survey-react-ui"
import { moved, rankedIds, tapped } from "./ranks.ts"
import "./tap-rank.css"

/** Lets SurveyJS draw a checkbox with `renderAs: "tap-rank"` as a list in which one tap gives the next rank. */
export function registerTapRank() {
  RendererFactory.Instance.registerRenderer("checkbox", "tap-rank", "throughline-tap-rank")
  ReactQuestionFactory.Instance.registerQuestion("throughline-tap-rank", (props: unknown) =>
    // The types say that a creator is given a name; it is given the properties.
    createElement(TapRank, props as { question: QuestionCheckboxModel }),
  )
}

/**
 * The choices stay where they are, so that nothing moves under a finger and focus is never lost; only their ranks
 * change. Nothing is dragged, every step is a button, and what a step did is said.
 */
function TapRank({ question }: { question: QuestionCheckboxModel }) {
  const [, draw] = useReducer((times: number) => times + 1, 0)
  const [said, setSaid] = useState("")
  useEffect(() => {
    const listen = (_: unknown, { name }: { name: string }) => name === "value" && draw()
    question.onPropertyChanged.add(listen)
    return () => question.onPropertyChanged.remove(listen)
  }, [question])

  // For its own default, English, SurveyJS says "".
  const texts = questionTexts((question.getSurvey().getLocale() || "en") as Language).ranking
  const most = question.maxSelectedChoices || question.choices.length
  const ranked = rankedIds(question.value)
  function set(ids: string[], told: string) {
    // Nothing chosen is no answer, also to SurveyJS.
    question.value = ids.length === 0 ? undefined : ids
    setSaid(told)
  }

  return (
    <div className="tap-rank">
      <ul>
        {question.choices.map((choice) => {
          const id = String(choice.value)
          const rank = ranked.indexOf(id) + 1
          const full = rank === 0 && ranked.length >= most
          const next = tapped(ranked, id, most)
          const step = (by: -1 | 1) => {
            const after = moved(ranked, id, by)
            if (after !== ranked) set(after, texts.said.moved(choice.text, after.indexOf(id) + 1))
          }
          const name =
            rank > 0
              ? texts.ranked(choice.text, rank)
              : full
                ? texts.full(choice.text, most)
                : texts.give(choice.text, ranked.length + 1)
          return (
            <li key={id} className={rank > 0 ? "ranked" : undefined}>
              <button
                type="button"
                className="choice-button"
                aria-pressed={rank > 0}
                aria-disabled={full}
                aria-label={name}
                onClick={() => {
                  if (full) return setSaid(name)
                  set(
                    next,
                    rank > 0 ? texts.said.removed(choice.text) : texts.said.placed(choice.text, next.length),
                  )
                }}
              >
                {/* Drawn by the style sheet: as a text it would belong to the button's name. */}
                <span className="rank" aria-hidden="true" data-rank={rank || undefined} />
                <span className="wording">{choice.text}</span>
              </button>
              {rank > 0 && (
                <div className="moves">
                  <button
                    type="button"
                    aria-label={texts.up(choice.text)}
                    aria-disabled={rank === 1}
                    onClick={() => step(-1)}
                  >
                    <Arrow />
                  </button>
                  <button
                    type="button"
                    aria-label={texts.down(choice.text)}
                    aria-disabled={rank === ranked.length}
                    onClick={() => step(1)}
                  >
                    <Arrow down />
                  </button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <p className="counted">{texts.chosen(ranked.length, most)}</p>
      <p className="unseen" role="status">
        {said}
      </p>
    </div>
  )
}

function Arrow({ down = false }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={down ? "M10 4v12m-5-5 5 5 5-5" : "M10 16V4M5 9l5-5 5 5"} />
    </svg>
  )
}
