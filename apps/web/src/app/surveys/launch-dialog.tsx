import { Button, Group, List, Modal } from "@mantine/core"
import { api, type Cut, type Survey } from "../api.ts"
import { count, counted, listed } from "../format.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"
import { zonedMoment } from "../zoned.ts"
import { spreadText } from "./spread.ts"

/** Says what a launch freezes before it is done, now or at the moment that was chosen. */
export function LaunchDialog(props: {
  survey: Survey
  cut: Cut | undefined
  when: "now" | "later" | null
  onClose: () => void
}) {
  const { survey, cut, when, onClose } = props
  const launch = useDeed(api.launch)
  const schedule = useDeed(
    (launchAt: string) => api.scheduleLaunch(survey.id, launchAt),
    () => onClose(),
  )
  if (!cut || cut.refused) return null
  const later = when === "later" && survey.launchAt !== null
  const deed = later ? schedule : launch
  const mailed = cut.invited - cut.noEmail
  const spread = survey.mailSpreadMinutes > 0 ? ` ${spreadText(survey.mailSpreadMinutes)}` : ""
  const mails =
    mailed > 0
      ? `${counted(mailed, "person gets", "people get")} a personal mail${spread}`
      : "nobody gets a mail"
  const atOnce = mailed > 0 ? `${mails}, starting at once.` : "Nobody gets a mail."
  const letters =
    cut.noEmail > 0
      ? ` ${counted(cut.noEmail, "person has", "people have")} no mail address: you print a letter for each.`
      : ""
  return (
    <Modal
      opened={when !== null}
      onClose={onClose}
      title={later ? `Schedule “${survey.name}”?` : `Launch “${survey.name}”?`}
      centered
      size="lg"
    >
      <p style={{ marginTop: 0 }}>
        {later
          ? `On ${zonedMoment(survey.launchAt, survey.timeZone)} ${mails}.${letters} Until then you can change everything and take it back. From that moment on these are frozen:`
          : `${atOnce}${letters} This cannot be taken back. From then on these are frozen:`}
      </p>
      <List spacing="xs">
        <List.Item>
          the org chart as imported {later ? "then" : "now"}, and the {count(cut.cohorts.length)} groups that
          answers are counted in
        </List.Item>
        <List.Item>the questions and the words of your strategy in them</List.Item>
        <List.Item>the smallest group that is ever shown: {survey.k}</List.Item>
        <List.Item>
          {survey.reviewers.length === 0
            ? "that nobody reads the comments: what people write in their own words stays closed for good"
            : `who reads the comments: ${listed(survey.reviewers)}`}
        </List.Item>
        <List.Item>
          the promise, and the closing at {zonedMoment(survey.closesAt, survey.timeZone)}; it can be extended,
          and closed earlier with a second HR member
        </List.Item>
      </List>
      {deed.error && <Trouble error={deed.error} />}
      <Group justify="end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Not yet
        </Button>
        {later ? (
          <Button loading={schedule.isPending} onClick={() => schedule.mutate(survey.launchAt ?? "")}>
            Schedule the launch
          </Button>
        ) : (
          <Button loading={launch.isPending} onClick={() => launch.mutate(survey.id)}>
            {mailed > 0 ? "Launch and send the mails" : "Launch"}
          </Button>
        )}
      </Group>
    </Modal>
  )
}
