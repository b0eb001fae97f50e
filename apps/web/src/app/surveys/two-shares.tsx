import { Button, FileButton, Group, TextInput } from "@mantine/core"
import { useState } from "react"
import { isFailure } from "../failure.ts"
import { failureText } from "../failure-texts.ts"
import { Trouble } from "../frame/states.tsx"
import classes from "./recovery.module.css"
import { sharesIn } from "./recovery-file.ts"

const labels = ["One share", "Another share"] as const

/** Two recovery shares, from files or typed from paper. */
export function TwoShares(props: {
  action: string
  busy: boolean
  error: Error | null
  onGive: (shares: [string, string]) => void
}) {
  const [given, setGiven] = useState<[string, string]>(["", ""])
  const [unread, setUnread] = useState("")
  const wrong = wrongShare(props.error)
  const put = (at: number, text: string) =>
    setGiven(([one, other]) => {
      const found = sharesIn(text)[0] ?? text
      return at === 0 ? [found, other] : [one, found]
    })
  async function read(files: readonly File[]) {
    const texts = await Promise.all(files.map((file) => file.text()))
    const found = [...new Set(texts.flatMap(sharesIn))]
    const without = files.filter((_, at) => sharesIn(texts[at] ?? "").length === 0)
    setUnread(without.map(({ name }) => `There is no share in “${name}”.`).join(" "))
    // What stands in the fields stays where it is; a third share is not needed.
    setGiven((before) => {
      const all = [...new Set([...before.filter(Boolean), ...found])]
      return found.length >= 2 ? [found[0] ?? "", found[1] ?? ""] : [all[0] ?? "", all[1] ?? ""]
    })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        props.onGive([given[0].trim(), given[1].trim()])
      }}
    >
      <div className={classes.fields}>
        {labels.map((label, at) => (
          <TextInput
            key={label}
            label={label}
            placeholder="1-XXXXXX-XXXXXX-…"
            classNames={{ input: classes.share ?? "" }}
            value={given[at] ?? ""}
            error={wrong?.at === at ? wrong.text : undefined}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => put(at, event.currentTarget.value)}
          />
        ))}
      </div>
      <p role="status" className="app-note">
        {unread}
      </p>
      {props.error && wrong === undefined && <Trouble error={props.error} />}
      <Group mt="md">
        <FileButton onChange={(files) => void read(files)} accept=".txt,text/plain" multiple>
          {(button) => (
            <Button {...button} variant="default">
              Choose the files…
            </Button>
          )}
        </FileButton>
        <Button type="submit" loading={props.busy} disabled={given.some((share) => share.trim() === "")}>
          {props.action}
        </Button>
      </Group>
    </form>
  )
}

/** The server says which of the two is wrong, where it is one of them. */
function wrongShare(error: Error | null): { at: number; text: string } | undefined {
  const issue = isFailure(error) ? error.issues[0] : undefined
  if (!isFailure(error) || typeof issue !== "object" || issue === null || !("share" in issue))
    return undefined
  const { title, todo } = failureText(error)
  return { at: Number(issue.share), text: `${title} ${todo}` }
}
