import { Button, Group } from "@mantine/core"
import { api, type Language, type Survey } from "../api.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { useDeed, useDemo, useSession } from "../queries.ts"
import { languageNames } from "./language-names.ts"

export function TestMail({ survey }: { survey: Survey }) {
  const session = useSession()
  const demo = useDemo()
  const send = useDeed((language: Language) => api.testMail(survey.id, language))
  return (
    <Section
      title="Test mail"
      lead={`See the invitation as people will get it. It goes to ${session.data?.user.email ?? "you"} only; its link opens nothing.`}
    >
      <Group>
        {survey.languages.map((language) => (
          <Button
            key={language}
            variant="default"
            loading={send.isPending && send.variables === language}
            disabled={!survey.ready.words}
            onClick={() => send.mutate(language)}
          >
            Send it in {languageNames[language]}
          </Button>
        ))}
      </Group>
      {!survey.ready.words && <p className="app-note">Write down mission and priorities first.</p>}
      <p role="status" className="app-note">
        {send.data && `Sent to ${send.data.sentTo}.${demo.data ? " In the demo it lies in the Outbox." : ""}`}
      </p>
      {send.error && <Trouble error={send.error} />}
    </Section>
  )
}
