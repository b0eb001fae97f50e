import { Button, Select, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { api, type Organization } from "../api.ts"
import { Page } from "../frame/page.tsx"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useUnsaved } from "../leave-guard.tsx"
import { useDeed, useOrganization } from "../queries.ts"
import { browserZone, zonedMoment } from "../zoned.ts"
import { ApiKeys } from "./api-keys.tsx"
import { timeZones } from "./time-zones.ts"

/** What the organization is called and which clock it lives by. */
export default function Settings() {
  const organization = useOrganization()
  return (
    <Page
      title="Settings"
      kicker="Settings"
      headline="Name, time zone and keys"
      lead="Name and time zone stand in the mails and in the promise that respondents read."
    >
      <Loaded query={organization} what="the settings">
        {(data) => <Form organization={data} />}
      </Loaded>
      <ApiKeys />
    </Page>
  )
}

function Form({ organization }: { organization: Organization }) {
  const [name, setName] = useState(organization.name)
  const [timeZone, setTimeZone] = useState(organization.timeZone)
  const save = useDeed(api.saveOrganization)
  const changed = name.trim() !== organization.name || timeZone !== organization.timeZone
  useUnsaved(changed ? "The settings are" : "")
  const own = browserZone()
  function submit(event: FormEvent) {
    event.preventDefault()
    if (name.trim() !== "") save.mutate({ name: name.trim(), timeZone })
  }
  return (
    <form onSubmit={submit} style={{ display: "grid", gap: "1.25rem", maxWidth: "32rem", marginTop: "2rem" }}>
      <TextInput
        label="Name of the organization"
        maxLength={120}
        value={name}
        error={name.trim() === "" ? "An organization needs a name." : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label="Time zone"
        description={`It is ${zonedMoment(new Date().toISOString(), timeZone)} there now. Surveys keep the moments at which they open and close; those are said in this time zone from now on.`}
        data={timeZones(timeZone, own)}
        value={timeZone}
        searchable
        allowDeselect={false}
        nothingFoundMessage="No such time zone"
        onChange={(value) => value !== null && setTimeZone(value)}
      />
      {timeZone !== own && (
        <div>
          <Button variant="subtle" size="compact-md" onClick={() => setTimeZone(own)}>
            Take this browser's: {own}
          </Button>
        </div>
      )}
      {save.error && <Trouble error={save.error} />}
      <div>
        <Button type="submit" loading={save.isPending} disabled={!changed || name.trim() === ""}>
          Save
        </Button>
      </div>
      <p role="status" className="app-note" style={{ margin: 0 }}>
        {save.isSuccess && !changed && "Saved."}
      </p>
    </form>
  )
}
