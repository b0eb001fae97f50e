import { Button, Group, Modal } from "@mantine/core"
import { useState } from "react"
import { api, type MemberList } from "../api.ts"
import { counted } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"
import classes from "./members.module.css"

type Layer = MemberList["layers"][number]

/** All leaders of a layer at once, with their number before anything is sent. */
export function InviteLayers({ layers }: { layers: readonly Layer[] }) {
  const [asking, setAsking] = useState<Layer | null>(null)
  const invite = useDeed(api.inviteLayer, () => setAsking(null))
  if (layers.length === 0) return null
  return (
    <Section
      title="Invite the leaders of a layer"
      lead="Each gets a mail of their own, at the address in the people file, and sees the results of their own unit."
    >
      <ul className={classes.list} style={{ marginTop: 0 }}>
        {layers.map((layer) => (
          <li key={layer.layer} className={classes.row}>
            <div className={classes.who}>
              <strong>Layer {layer.layer}</strong>
              <span>{standing(layer)}</span>
            </div>
            {layer.toInvite > 0 && (
              <Button
                variant="default"
                size="compact-md"
                onClick={() => {
                  invite.reset()
                  setAsking(layer)
                }}
              >
                Invite {counted(layer.toInvite, "leader", "leaders")} of layer {layer.layer}…
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="app-note">
        {invite.data &&
          `${counted(invite.data.invited, "invitation is", "invitations are")} on the way.${
            invite.data.notMailed > 0
              ? ` ${invite.data.notMailed} of them the mail server did not take: send these again from the list above.`
              : ""
          }`}
      </p>
      <Modal
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={`Invite ${counted(asking?.toInvite ?? 0, "leader", "leaders")} of layer ${asking?.layer ?? ""}?`}
        centered
      >
        <p style={{ marginTop: 0 }}>
          {counted(asking?.toInvite ?? 0, "mail goes", "mails go")} out at once. Whoever has an account or an
          invitation already gets none.
        </p>
        {invite.error && <Trouble error={invite.error} />}
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={() => setAsking(null)} data-autofocus>
            Not now
          </Button>
          <Button loading={invite.isPending} onClick={() => asking && invite.mutate(asking.layer)}>
            Send {counted(asking?.toInvite ?? 0, "invitation", "invitations")}
          </Button>
        </Group>
      </Modal>
    </Section>
  )
}

function standing({ leaders, toInvite, withoutEmail }: Layer): string {
  const there = leaders - toInvite - withoutEmail
  return [
    counted(leaders, "leader", "leaders"),
    ...(there > 0 ? [`${there} with an account or invited`] : []),
    ...(withoutEmail > 0 ? [`${withoutEmail} without an address`] : []),
  ].join(", ")
}
