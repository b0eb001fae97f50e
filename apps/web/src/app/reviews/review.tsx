import { NativeSelect, Pagination, SegmentedControl } from "@mantine/core"
import { useState } from "react"
import { Link } from "wouter"
import type { CodingView, ReviewPage } from "../api.ts"
import { counted } from "../format.ts"
import { Empty } from "../frame/empty.tsx"
import { Page } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useUnsaved } from "../leave-guard.tsx"
import { useCoding, useComments } from "../queries.ts"
import { Coding } from "./coding.tsx"
import { isCodable, topicsWait } from "./coding-words.ts"
import { CommentCard } from "./comment-card.tsx"
import { Publish } from "./publish.tsx"
import classes from "./reviews.module.css"
import { TopicLists } from "./topic-lists.tsx"
import { useReviews } from "./use-reviews.ts"

/** What did people write, and what of it may others read? For the reviewers named before the launch. */
export default function ReviewScreen({ id }: { id: string }) {
  const comments = useComments(id)
  const coding = useCoding(id)
  return (
    <Loaded query={comments} what="the comments">
      {(page) => (
        <Loaded query={coding} what="the coding">
          {(coding) => <Reviewing page={page} coding={coding} />}
        </Loaded>
      )}
    </Loaded>
  )
}

const AT_ONCE = 20

function Reviewing({ page, coding }: { page: ReviewPage; coding: CodingView }) {
  const { survey, comments, groups, questions } = page
  const reviews = useReviews(survey.id, page)
  const asked = questions.filter(({ id }) => comments.some(({ question }) => question === id))
  const [question, setQuestion] = useState(asked[0]?.id ?? "")
  const [which, setWhich] = useState("all")
  // Which are undecided is looked at when it is asked for, so that none goes away under the reader's hands.
  const [undecided, setUndecided] = useState<ReadonlySet<string>>(new Set())
  const [part, setPart] = useState(1)
  const [leaves, setLeaves] = useState("shares")
  const canCode = question === coding.question?.id && isCodable(coding)
  const topicWaits = canCode && topicsWait(coding)
  const isCoding = canCode && (leaves === "shares" || coding.state === "published")
  useUnsaved(reviews.saving === "saved" ? "" : "The last change to a comment is")

  const open = reviews.all.filter(({ decision }) => decision === "open").length
  const own = comments.filter((one) => one.question === question)
  const listed = own.filter(({ id }) => which === "all" || undecided.has(id))
  const parts = Math.max(1, Math.ceil(listed.length / AT_ONCE))
  const first = (Math.min(part, parts) - 1) * AT_ONCE
  const topics = [
    ...new Set([
      ...page.topics,
      ...reviews.all.flatMap(({ topic }) => (topic === null ? [] : [topic.trim()])),
    ]),
  ]
  const show = (id: string, filter: string) => {
    setQuestion(id)
    setWhich(filter)
    setUndecided(new Set(comments.map((one) => one.id).filter((one) => reviews.of(one).decision === "open")))
    setPart(1)
  }
  return (
    <Page
      title={`Comments: ${survey.name}`}
      kicker={<Link href={`/results/${survey.id}/comments`}>Results, comments · {survey.name}</Link>}
      headline={
        comments.length === 0
          ? "Nobody wrote anything that could be kept"
          : open === 0
            ? `All ${counted(comments.length, "comment is", "comments are")} decided`
            : `${counted(open, "comment waits", "comments wait")} for your decision`
      }
      lead={`You were named before the launch to read these, and nobody but the named can. Give each a topic, strike out what could tell who wrote it, and pass it on or keep it back. They are shuffled, in groups of at least ${Math.max(10, page.k)} who answered; who wrote them and when is stored nowhere. Each time this page is opened it is noted, and HR sees when.`}
    >
      {comments.length === 0 ? (
        <Empty title="There is nothing to read">
          People left the questions for their own words empty, or fewer than {Math.max(10, page.k)} answered
          in all: then no comment leaves the ballot box.
        </Empty>
      ) : (
        <>
          <div className={classes.controls}>
            <NativeSelect
              label="Question"
              value={question}
              onChange={(event) => show(event.currentTarget.value, which)}
              data={asked.map(({ id, text }) => ({
                value: id,
                label: `${text} (${comments.filter((one) => one.question === id).length})`,
              }))}
            />
            {!isCoding && (
              <SegmentedControl
                aria-label="Which comments are listed"
                value={which}
                onChange={(filter) => show(question, filter)}
                data={[
                  { value: "all", label: "All" },
                  { value: "open", label: "Undecided" },
                ]}
              />
            )}
          </div>
          <p className="app-source" role="status">
            {reviews.saving === "saved" &&
              !isCoding &&
              "All changes are saved. Your colleague sees them too."}
            {reviews.saving === "waiting" && "Saving…"}
            {reviews.saving === "failed" && "A change is not saved."}
            {reviews.saving === "overtaken" && "Somebody else changed a comment while you did."}
          </p>
          {canCode && coding.state !== "published" && (
            <>
              <SegmentedControl
                mt="md"
                aria-label="What leaves of this question"
                value={leaves}
                onChange={setLeaves}
                data={[
                  { value: "shares", label: "Shares, coded by two" },
                  { value: "words", label: "Words" },
                ]}
              />
              <p className="app-note">
                Of this question either words leave or shares, never both: whoever has both could work out
                what a text that you kept back says.
              </p>
            </>
          )}
          {question === coding.question?.id && coding.state === "one-coder" && (
            <p className="app-note">
              Shares of texts that name an official priority need two coders. Only one reviewer was named for
              this survey, so words alone can leave.
            </p>
          )}
          {isCoding && <Coding page={page} coding={coding} />}
          {!isCoding && listed.length === 0 && (
            <p className="app-note">None of this question is undecided.</p>
          )}
          {(isCoding ? [] : listed.slice(first, first + AT_ONCE)).map((comment, at) => (
            <CommentCard
              key={comment.id}
              comment={comment}
              number={first + at + 1}
              group={groups.find(({ id }) => id === comment.group)?.label}
              topics={topics}
              topicWaits={topicWaits}
              review={reviews.of(comment.id)}
              onChange={(change) => reviews.change(comment.id, change)}
              onRetry={() => reviews.retry(comment.id)}
              onAccept={() => reviews.accept(comment.id)}
            />
          ))}
          {!isCoding && parts > 1 && (
            <Pagination
              className={classes.parts}
              total={parts}
              value={Math.min(part, parts)}
              onChange={(to) => {
                setPart(to)
                window.scrollTo({ top: 0 })
              }}
              getItemProps={(to) => ({ "aria-label": `Page ${to} of the comments` })}
              getControlProps={(control) => ({
                "aria-label": control === "next" ? "Next comments" : "Comments before",
              })}
            />
          )}
          <Publish page={page} reviews={reviews} coding={coding} />
          <TopicLists lists={page.topicWords} />
        </>
      )}
    </Page>
  )
}
