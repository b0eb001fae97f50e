import { Button, Radio, Stack } from "@mantine/core"
import { type ReactNode, useState } from "react"
import { api, type Survey } from "../api.ts"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useDeed, useTrustees } from "../queries.ts"
import { TrusteeForm } from "./trustee-form.tsx"
import { TrusteeList } from "./trustee-list.tsx"

/** Who holds the key that opens the answers: this server, with recovery shares, or three trustees. */
export function SealingChoice({ survey, children }: { survey: Survey; children: ReactNode }) {
  const [wanted, setWanted] = useState<"server" | "trustees">(survey.sealing)
  const release = useDeed(() => api.releaseTrustees(survey.id))
  return (
    <>
      <Radio.Group
        label="Who holds the key that opens the answers"
        value={wanted}
        onChange={(value) => setWanted(value === "trustees" ? "trustees" : "server")}
      >
        <Stack gap="sm" mt="xs">
          <Radio
            value="server"
            label="This server"
            description="It opens the answers by itself at the close, so results come at once. Three people hold recovery shares. Whoever runs the server could open answers early; choose this where people trust whoever runs it."
          />
          <Radio
            value="trustees"
            label="Three trustees"
            description="Any two of three people open the answers in their browsers after the close. The server never has the key, nor has HR. The cost: results wait until two of them act, and if two lose their files there are no results, ever. Choose this where people would not trust whoever runs the server, and where you have three people who keep what they are given."
          />
        </Stack>
      </Radio.Group>
      <div style={{ marginTop: "1.5rem" }}>
        {wanted === "trustees" ? (
          <Trustees survey={survey} />
        ) : survey.sealing === "trustees" ? (
          <>
            {release.error && <Trouble error={release.error} />}
            <p className="app-note">
              Three trustees hold the key of this survey. If this server holds it instead, their links open
              nothing any more, and you make recovery shares.
            </p>
            <Button mt="sm" loading={release.isPending} onClick={() => release.mutate(undefined)}>
              Let this server hold the key
            </Button>
          </>
        ) : (
          children
        )}
      </div>
    </>
  )
}

function Trustees({ survey }: { survey: Survey }) {
  const trustees = useTrustees(survey.id)
  const [changing, setChanging] = useState(false)
  return (
    <Loaded query={trustees} what="the trustees">
      {(data) =>
        data.trustees.length === 0 || changing ? (
          <TrusteeForm survey={survey} before={data.trustees} done={() => setChanging(false)} />
        ) : (
          <>
            <TrusteeList survey={survey} data={data} />
            <Button variant="default" mt="lg" onClick={() => setChanging(true)}>
              Replace or correct…
            </Button>
          </>
        )
      }
    </Loaded>
  )
}
