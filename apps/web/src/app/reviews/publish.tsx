import { Button, Group, Modal } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { Link } from "wouter"
import { api, type ReviewPage } from "../api.ts"
import { counted } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { zonedMoment } from "../zoned.ts"
import type { Reviews } from "./use-reviews.ts"

/** Makes the next release: what was released becomes readable for all who read results. */
export function Publish({ page, reviews }: { page: ReviewPage; reviews: Reviews }) {
  const { survey, release } = page
  const [asking, setAsking] = useState(false)
  const queries = useQueryClient()
  const publish = useMutation({
    mutationFn: async () => {
      await reviews.finish()
      return await api.publishComments(survey.id)
    },
    onSuccess: async () => {
      setAsking(false)
      // Not the comments themselves: that would be another look.
      await queries.invalidateQueries({ queryKey: ["release", survey.id] })
    },
  })
  const many = (decision: string) => reviews.all.filter((one) => one.decision === decision).length
  const sums = `${counted(many("release"), "is released", "are released")}, ${counted(many("keep"), "is kept back", "are kept back")}, ${counted(many("open"), "is undecided and stays back", "are undecided and stay back")}.`
  const newest = publish.data?.release ?? release.number
  return (
    <Section title="Publish" lead={sums}>
      <p className="app-note">
        HR and analysts then read the released comments, and leaders those of groups wholly inside their unit.
        A comment names its group only where at least {page.k} people wrote, and a topic is counted only where
        at least {page.k} wrote about it.
      </p>
      {publish.data && (
        <p className="app-done" role="status">
          <strong>
            Release {publish.data.release} is there, with{" "}
            {counted(publish.data.comments, "comment", "comments")}.
          </strong>{" "}
          <Link href={`/results/${survey.id}/comments`}>See it under Results</Link>
        </p>
      )}
      <Button mt="md" disabled={reviews.saving === "failed"} onClick={() => setAsking(true)}>
        Publish release {newest + 1}
      </Button>
      <p className="app-source">
        Newest is release {newest}
        {publish.data ? "" : `, of ${zonedMoment(release.createdAt, survey.timeZone)}`}.
      </p>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Publish release ${newest + 1}?`}
        centered
      >
        <p style={{ marginTop: 0 }}>{sums}</p>
        <p>
          A release is never changed. You can publish another one later, which pages then show instead;
          whoever has read this one has read it.
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
