import { NativeSelect } from "@mantine/core"
import { TopicBars } from "@throughline/charts"
import { useState } from "react"
import { Link, useLocation } from "wouter"
import type { ReleasedComments, ViewedRelease } from "../api.ts"
import { day, listed } from "../format.ts"
import { Empty } from "../frame/empty.tsx"
import { DataTable, Figure } from "../frame/figure.tsx"
import { Page, Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useRelease, useResults } from "../queries.ts"
import { byTopic, commentsHeadline, countTable, noComments, OTHER_GROUPS } from "./comment-lists.ts"
import { topicsByLayer, topicsHeadline, topicsSure, topicsTable } from "./comment-topics.ts"
import { NoResults } from "./of-released.tsx"
import classes from "./results.module.css"

/** What do they say? The comments that the reviewers let out, by topic and group. */
export default function ResultComments(props: { id: string | undefined }) {
  const results = useResults()
  return (
    <Loaded query={results} what="surveys">
      {({ surveys }) => {
        const released = surveys.filter(({ outcome }) => outcome === "released")
        const id = props.id ?? released[0]?.id
        if (id === undefined) return <NoResults surveys={surveys} />
        return (
          <OfSurvey
            key={id}
            id={id}
            choices={released.map(({ id, name, closedAt }) => ({
              value: id,
              label: `${name} (${day(closedAt)})`,
            }))}
          />
        )
      }}
    </Loaded>
  )
}

function OfSurvey(props: { id: string; choices: { value: string; label: string }[] }) {
  const release = useRelease(props.id)
  const [, navigate] = useLocation()
  return (
    <Loaded query={release} what="the comments">
      {(data) => (
        <Page
          title="Results: comments"
          kicker={`Results, comments · ${data.survey.name}`}
          headline={commentsHeadline(data)}
          lead={lead(data)}
        >
          <div className={classes.controls}>
            {props.choices.length > 1 && (
              <NativeSelect
                label="Survey"
                value={props.id}
                onChange={(event) => navigate(`/results/${event.currentTarget.value}/comments`)}
                data={props.choices}
              />
            )}
          </div>
          {data.review?.mine && (
            <p>
              <Link href={`/surveys/${props.id}/comments`}>Read, sort and publish the comments</Link>
            </p>
          )}
          <Told release={data} />
        </Page>
      )}
    </Loaded>
  )
}

function lead({ review, survey, comments }: ViewedRelease): string {
  if (comments === undefined) return ""
  return `Chosen, redacted and sorted by ${listed(review?.reviewers ?? [])}, who alone have read all. They may have kept comments back; only those below are counted. Topic and group are told where at least ${survey.k} comments share them: two about pay from one team of Sales would stand under “${OTHER_GROUPS}”.`
}

function Told({ release }: { release: ViewedRelease }) {
  const { comments } = release
  const none = noComments(release)
  if (comments === undefined || none !== null) {
    return <Empty title={none?.title ?? ""}>{none?.text}</Empty>
  }
  return comments.questions
    .filter((question) => question.comments.length > 0 || question.counts.length > 0)
    .map((question) => (
      <Question key={question.id} release={release} comments={comments} question={question} />
    ))
}

function Question(props: {
  release: ViewedRelease
  comments: ReleasedComments
  question: ReleasedComments["questions"][number]
}) {
  const { release, comments, question } = props
  const byLayer = topicsByLayer(comments, question, release.atoms)
  const [topic, setTopic] = useState("")
  const topics = byTopic(comments, question)
  const shown = topics.filter(({ name }) => topic === "" || name === topic)
  return (
    <Section title={question.text}>
      {question.counts.length > 0 && (
        <>
          <Figure
            headline={topicsHeadline(byLayer)}
            sure={topicsSure(byLayer)}
            table={topicsTable(byLayer, question.text)}
            file="comment-topics-by-layer.csv"
            source={`Comments passed on by the reviewers, who gave each its topic; each figure is of at least ${release.survey.k} people. Closed ${day(release.survey.closedAt)}.`}
            draw={(width) => (
              <TopicBars blocks={byLayer} width={width} title={`Topics by layer: ${question.text}`} />
            )}
          />
          <details>
            <summary>By group</summary>
            <DataTable table={countTable(comments, question)} />
          </details>
        </>
      )}
      {topics.length > 1 && (
        <NativeSelect
          mt="md"
          maw="20rem"
          label="Comments about"
          value={topic}
          onChange={(event) => setTopic(event.currentTarget.value)}
          data={[
            { value: "", label: `Every topic (${question.comments.length})` },
            ...topics.map(({ name, groups }) => ({
              value: name,
              label: `${name} (${groups.flatMap(({ texts }) => texts).length})`,
            })),
          ]}
        />
      )}
      {shown.map(({ name, groups }) => (
        <div key={name}>
          <h3 className={classes.topic}>{name}</h3>
          {groups.map((group) => (
            <div key={group.name} className={classes.said}>
              <h4>{group.name}</h4>
              {group.texts.map((text, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same words
                <blockquote key={at} dir="auto">
                  {text}
                </blockquote>
              ))}
            </div>
          ))}
        </div>
      ))}
    </Section>
  )
}
