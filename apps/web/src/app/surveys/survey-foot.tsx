import { Button, Group } from "@mantine/core"
import { useState } from "react"
import { Link } from "wouter"
import type { Survey } from "../api.ts"
import { DeleteDialog, DuplicateDialog } from "./survey-actions.tsx"

/** What can be done with a survey as a whole. */
export function SurveyFoot({ survey }: { survey: Survey }) {
  const [asking, setAsking] = useState<"duplicate" | "delete" | null>(null)
  const close = () => setAsking(null)
  return (
    <Group mt="xl" gap="sm">
      <Button variant="subtle" size="compact-md" onClick={() => setAsking("duplicate")}>
        Duplicate this survey…
      </Button>
      {survey.state === "draft" ? (
        <Button variant="subtle" size="compact-md" onClick={() => setAsking("delete")}>
          Delete this draft…
        </Button>
      ) : (
        <Button
          component={Link}
          href={`/surveys/${survey.id}/works-council`}
          variant="subtle"
          size="compact-md"
        >
          Page for the works council
        </Button>
      )}
      <DuplicateDialog survey={survey} opened={asking === "duplicate"} onClose={close} />
      <DeleteDialog survey={survey} opened={asking === "delete"} onClose={close} />
    </Group>
  )
}
