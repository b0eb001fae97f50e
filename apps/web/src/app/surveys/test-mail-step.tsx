import { Button, Group } from "@mantine/core"
import { Link } from "wouter"
import { api, type Language, type Survey } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed, useDemo, useSession } from "../queries.ts"
import { bothNames } from "./language-names.ts"

export function TestMailStep({ survey }: { survey: Survey }) {
  const session = useSession()
  const demo = useDemo()
  const send = useDeed((language: Language) => api.testMail(survey.id, language))
  return (
    <>
      <p className="app-note" style={{ marginTop: 0 }}>
        The invitation as people will get it. It goes to {session.data?.user.email ?? "you"} only; its link
        opens nothing.
      </p>
      <Group>
        {survey.languages.map((language) => (
          <Button
            key={language}
            variant="default"
            loading={send.isPending && send.variables === language}
            onClick={() => send.mutate(language)}
          >
            Send it in {bothNames[language]}
          </Button>
        ))}
      </Group>
      <p role="status" className="app-note">
        {send.data && `Sent to ${send.data.sentTo}. `}
        {send.data && demo.data && (
          <>
            In the demo it lies in the <Link href="/outbox">Outbox</Link>.
          </>
        )}
      </p>
      {send.error && <Trouble error={send.error} />}
    </>
  )
}
