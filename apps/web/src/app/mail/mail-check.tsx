import { Button } from "@mantine/core"
import type { MailCheck as Check } from "../api.ts"
import { Loaded } from "../frame/states.tsx"
import { useMailCheck } from "../queries.ts"
import classes from "./mail.module.css"

const names: Record<Check["findings"][number]["id"], string> = {
  server: "Mail server",
  spf: "Which servers may send (SPF)",
  dkim: "Signature (DKIM)",
  dmarc: "What receivers do with forgeries (DMARC)",
  mx: "Where answers arrive (MX)",
}
const states: Record<Check["findings"][number]["state"], string> = {
  good: "in order",
  advice: "could be better",
  bad: "to be mended",
  unknown: "could not be checked",
}

/** What the mail server and the DNS of the sender's domain say, with what to publish. */
export function MailCheck() {
  const check = useMailCheck()
  return (
    <Loaded query={check} what="the check of the sender">
      {({ findings }) => (
        <>
          <ul className={classes.findings}>
            {findings.map((finding) => (
              <li key={finding.id}>
                <h3>
                  {names[finding.id]}
                  <span className={classes.state}>{states[finding.state]}</span>
                </h3>
                <p>{finding.says}</p>
                {(finding.found !== null || finding.publish !== null) && <Record finding={finding} />}
              </li>
            ))}
          </ul>
          <Button variant="default" mt="md" loading={check.isFetching} onClick={() => void check.refetch()}>
            Check again
          </Button>
        </>
      )}
    </Loaded>
  )
}

function Record({ finding }: { finding: Check["findings"][number] }) {
  const { found, publish } = finding
  return (
    <dl className={classes.record}>
      {found !== null && (
        <>
          <dt>Now</dt>
          <dd>
            <code>{found}</code>
          </dd>
        </>
      )}
      {publish !== null && (
        <>
          <dt>To publish</dt>
          <dd>
            <code>{publish.name}</code> {publish.type} <code>{publish.value}</code>
          </dd>
        </>
      )}
    </dl>
  )
}
