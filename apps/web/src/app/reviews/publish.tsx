import { Button, Checkbox, Group, Modal } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { Link } from "wouter"
import { api, type CodingView, type ReviewPage } from "../api.ts"
import { failure, isFailure } from "../failure.ts"
import { counted } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { zonedMoment } from "../zoned.ts"
import type { Reviews } from "./use-reviews.ts"

/** What was passed on becomes readable for all who read results. Nothing leaves before every change is saved. */
export function Publish(props: { page: ReviewPage; reviews: Reviews; coding: CodingView }) {
  const { page, reviews, coding } = props
  const { survey, release } = page
  const [asking, setAsking] = useState(false)
  const [shares, setShares] = useState(false)
  const withShares = shares && coding.state === "ready"
  const queries = useQueryClient()
  const publish = useMutation({
    mutationFn: async () => {
      if (!(await reviews.finish())) throw failure("review.unsaved")
      return await api.publishComments(
        ...([survey.id, reviews.changes(), withShares ? coding.changes : undefined] as const),
      )
    },
    onError: async (error) => {
      // So that what is said below, that the page shows how it stands now, is so.
      if (isFailure(error) && error.code === "review.changed-before-publishing") {
        await reviews.renew()
        await queries.invalidateQueries({ queryKey: ["coding", survey.id] })
      }
    },
    onSuccess: async () => {
      setAsking(false)
      // Not the comments themselves: that would be another look.
      await queries.invalidateQueries({ queryKey: ["release", survey.id] })
      await queries.invalidateQueries({ queryKey: ["coding", survey.id] })
    },
  })
  const many = (decision: string) => reviews.all.filter((one) => one.decision === decision).length
  const sums = `${counted(many("release"), "is passed on", "are passed on")}, ${counted(many("keep"), "is kept back", "are kept back")}, ${counted(many("open"), "is undecided and stays back", "are undecided and stay back")}.`
  const before = release.number > 1 ? release.createdAt : null
  return (
    <Section title="Publish" lead={sums}>
      <p className="app-note">
        HR and analysts then read, word for word, what you pass on. A leader reads only what comes from groups
        in which everybody works in that leader's own unit: the head of Sales sees “Sales, layer 4”, and not
        “Sales and Service, layer 4”. A topic and a group stand beside a comment only where you pass on at
        least {page.k} of that topic from that group; a comment keeps the topic it was first published with.
      </p>
      {coding.state === "ready" && (
        <Checkbox
          mt="md"
          checked={shares}
          onChange={(event) => setShares(event.currentTarget.checked)}
          label="Also publish how many named an official priority in their own words"
          description="By group of at least 20 texts, in steps of 5%. This cannot be corrected later, and words of that question can then never be published."
        />
      )}
      {publish.data && (
        <p className="app-done" role="status">
          <strong>{counted(publish.data.comments, "comment is", "comments are")} published.</strong>{" "}
          <Link href={`/results/${survey.id}/comments`}>See it under Results</Link>
        </p>
      )}
      <Button
        mt="md"
        disabled={reviews.saving === "failed" || reviews.saving === "overtaken"}
        onClick={() => setAsking(true)}
      >
        Publish the comments
      </Button>
      {(reviews.saving === "failed" || reviews.saving === "overtaken") && (
        <p className="app-note">
          First settle the comments marked “Not saved” or “Changed by somebody else”.
        </p>
      )}
      <p className="app-source">
        {publish.data || before === null
          ? publish.data
            ? ""
            : "None has been published yet."
          : `Last published ${zonedMoment(before, survey.timeZone)}.`}
      </p>
      <Modal opened={asking} onClose={() => setAsking(false)} title="Publish the comments?" centered>
        <p style={{ marginTop: 0 }}>{sums}</p>
        {withShares && (
          <p>
            The shares of the {coding.texts} coded texts leave too, for good, and none of their words will.
          </p>
        )}
        <p>
          Read each of them once more for names, places and events: colleagues will read the words as they
          stand, and what has been read cannot be taken back. You can publish again later, with more comments
          or fewer; pages then show that instead.
        </p>
        {publish.error && <Trouble error={publish.error} />}
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Not yet
          </Button>
          <Button loading={publish.isPending} onClick={() => publish.mutate()}>
            Publish
          </Button>
        </Group>
      </Modal>
    </Section>
  )
}
