import type { ReviewPage } from "../api.ts"
import classes from "./reviews.module.css"
import { covers, type Range, wordsOf } from "./words-of.ts"

type Hint = ReviewPage["comments"][number]["hints"][number]

/**
 * What somebody wrote, in the direction of its own script. While words are chosen each is a button; redacted words are
 * struck through and said to be redacted.
 */
export function CommentText(props: {
  text: string
  hints: readonly Hint[]
  redactions: readonly Range[]
  choosing: boolean
  onWord: (place: Range) => void
}) {
  const { text, hints, redactions, choosing, onWord } = props
  return (
    <blockquote dir="auto" className={classes.text}>
      {wordsOf(text).map(({ text: piece, isWord, from, to }) => {
        const gone = isWord && covers(redactions, { from, to })
        const hinted = isWord && covers(hints, { from, to })
        if (choosing && isWord)
          return (
            <button
              key={from}
              type="button"
              className={classes.word}
              aria-pressed={gone}
              data-hinted={hinted || undefined}
              onClick={() => onWord({ from, to })}
            >
              {piece}
            </button>
          )
        if (gone)
          return (
            <del key={from} className={classes.gone}>
              {piece}
            </del>
          )
        return hinted ? (
          <mark key={from} className={classes.hinted}>
            {piece}
          </mark>
        ) : (
          piece
        )
      })}
    </blockquote>
  )
}
