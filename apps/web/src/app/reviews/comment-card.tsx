import { Autocomplete, Button, Chip, Group, SegmentedControl } from "@mantine/core"
import { useState } from "react"
import type { ReviewPage } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import { CommentText } from "./comment-text.tsx"
import type { Change, Kept } from "./keep-reviews.ts"
import classes from "./reviews.module.css"
import { covers, toggled } from "./words-of.ts"

const kinds = { mail: "mail address", phone: "telephone number", name: "a name?" }
const LONGEST_TOPIC = 60

/** One comment: its words, what may point to a person, its topic, and whether it is let out. */
export function CommentCard(props: {
  comment: ReviewPage["comments"][number]
  number: number
  group: string | undefined
  topics: string[]
  topicWaits: boolean
  review: Kept
  onChange: (part: Change) => void
  onRetry: () => void
  onAccept: () => void
}) {
  const { comment, number, group, topics, topicWaits, review, onChange } = props
  const [choosing, setChoosing] = useState(false)
  const { redactions } = review
  const label = `Comment ${number}`
  return (
    <article className={classes.card} aria-label={label} data-decision={review.decision}>
      <p className={classes.where}>
        <strong>{label}</strong>
        <span>{group ?? "From a group too small to name"}</span>
        <span role="status">{stateText(review)}</span>
      </p>
      <CommentText
        text={comment.text}
        hints={comment.hints}
        redactions={redactions}
        choosing={choosing}
        onWord={(place) => onChange({ redactions: toggled(redactions, place) })}
      />
      <Group gap="xs" className={classes.hints}>
        {comment.hints.map((hint) => (
          <Chip
            key={hint.from}
            size="xs"
            checked={covers(redactions, hint)}
            onChange={() => onChange({ redactions: toggled(redactions, hint) })}
          >
            Redact <bdi>{comment.text.slice(hint.from, hint.to)}</bdi> ({kinds[hint.kind]})
          </Chip>
        ))}
        <Button
          size="compact-sm"
          variant="subtle"
          aria-pressed={choosing}
          onClick={() => setChoosing(!choosing)}
        >
          {choosing ? "Done with words" : "Redact words"}
        </Button>
      </Group>
      <div className={classes.fields}>
        <Autocomplete
          label="Topic"
          description={
            topicWaits
              ? "Waits until you both have coded this question: your colleague would see it."
              : "Comments of one topic stand together and are counted."
          }
          disabled={topicWaits}
          placeholder="Choose one, or write your own"
          data={topics}
          value={review.topic ?? ""}
          maxLength={LONGEST_TOPIC}
          onChange={(value) => onChange({ topic: value.trim() === "" ? null : value })}
          className={classes.topic}
        />
        {review.topic === null && !topicWaits && <Suggestions comment={comment} onChange={onChange} />}
        <SegmentedControl
          aria-label={`${label}: pass it on?`}
          value={review.decision}
          onChange={(value) => onChange({ decision: value as Kept["decision"] })}
          data={[
            { value: "open", label: "Undecided" },
            { value: "release", label: "Pass on" },
            { value: "keep", label: "Keep back" },
          ]}
        />
      </div>
      {review.decision === "release" && (
        <p className="app-source">
          Colleagues will read these words as they stand
          {redactions.length > 0 ? ", with […] for what is struck out" : ""}. The marks are found by a program
          and may miss something: look for names, places and events yourself.
        </p>
      )}
      {review.saving === "overtaken" && (
        <div className="app-attention" role="alert">
          <strong>{review.by ?? "The other reviewer"} changed this comment at the same time.</strong>
          <p>
            What stands here now is theirs; your last change was not saved. Change it again, or leave it so.
          </p>
          <Button size="compact-md" variant="default" onClick={props.onAccept}>
            Leave it so
          </Button>
        </div>
      )}
      {review.saving === "failed" && <Trouble error={review.error} retry={props.onRetry} />}
    </article>
  )
}

/** What words of the comment speak for; it is no topic before somebody takes it over. */
function Suggestions(props: { comment: ReviewPage["comments"][number]; onChange: (part: Change) => void }) {
  return props.comment.suggestions.map(({ topic, because }) => (
    <Button
      key={topic}
      size="compact-sm"
      variant="default"
      onClick={() => props.onChange({ topic })}
      title={`Suggested because of: ${because.join(", ")}`}
    >
      {topic}?{" "}
      <span className={classes.because}>
        <bdi>{because.join(", ")}</bdi>
      </span>
    </Button>
  ))
}

function stateText({ saving, by, revision }: Kept): string {
  if (saving === "waiting") return "Saving…"
  if (saving === "failed") return "Not saved"
  if (saving === "overtaken") return "Changed by somebody else"
  return revision === 0 ? "" : by === null ? "Saved" : `Saved, last by ${by}`
}
