import { NativeSelect } from "@mantine/core"
import { useState } from "react"
import type { MailOverview, SurveySummary } from "../api.ts"
import { counted } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useMail, useSurvey, useSurveys } from "../queries.ts"
import { LinkDomain } from "./link-domain.tsx"
import { MailCheck } from "./mail-check.tsx"
import { MailPreview } from "./mail-preview.tsx"
import { MendList, WithoutAddress } from "./mend-list.tsx"

/** Do our mails arrive? What is wrong with the sender, and with single addresses, and how each is mended. */
export default function Mail() {
  const mail = useMail()
  return (
    <Page
      title="Mail"
      headline={mail.data === undefined ? "Do our mails arrive?" : headline(mail.data)}
      lead="Invitations are only worth something when they arrive. Here you see what stands in their way, and how they look."
    >
      <Loaded query={mail} what="the state of the mails">
        {(data) => (
          <>
            {data.toMend.total > 0 && (
              <Section
                title="Addresses to mend"
                lead="Only invitations count here; they go to everybody. What becomes of a reminder is shown nowhere, as it would say who has not answered."
              >
                <MendList mail={data} />
              </Section>
            )}
            {data.withoutAddress > 0 && <WithoutAddress people={data.withoutAddress} />}
            <Section title="The sender" lead={`Mails come from ${data.sender}.`}>
              <MailCheck />
            </Section>
            <Section
              title="Where links begin"
              lead="People trust an address they know. Links in mails and letters can begin with a domain of your own."
            >
              <LinkDomain mail={data} />
            </Section>
          </>
        )}
      </Loaded>
      <Previews />
    </Page>
  )
}

function headline({ toMend, suppressed }: MailOverview): string {
  if (toMend.total > 0)
    return `${counted(toMend.total, "invited person was", "invited people were")} not reached by mail`
  if (suppressed > 0)
    return `${counted(suppressed, "address takes", "addresses take")} no mail; nobody invited is missing`
  return "No mail of yours has been refused"
}

function Previews() {
  const surveys = useSurveys()
  const [chosen, setChosen] = useState<string>()
  return (
    <Section
      title="How mails look"
      lead="Each mail in each language of the survey. The links in it lead nowhere."
    >
      <Loaded query={surveys} what="the surveys">
        {({ surveys: all }) => {
          const id = chosen ?? all[0]?.id
          if (id === undefined)
            return <p className="app-note">Make a survey first; its mails are then shown here.</p>
          return (
            <>
              {all.length > 1 && <SurveyChoice surveys={all} value={id} onChange={setChosen} />}
              <Preview key={id} id={id} />
            </>
          )
        }}
      </Loaded>
    </Section>
  )
}

function SurveyChoice(props: { surveys: SurveySummary[]; value: string; onChange: (id: string) => void }) {
  return (
    <NativeSelect
      label="Survey"
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      data={props.surveys.map(({ id, name }) => ({ value: id, label: name }))}
      style={{ maxWidth: "24rem" }}
      mt="sm"
    />
  )
}

function Preview({ id }: { id: string }) {
  const survey = useSurvey(id)
  return (
    <Loaded query={survey} what="the survey">
      {(data) => <MailPreview survey={data} />}
    </Loaded>
  )
}
