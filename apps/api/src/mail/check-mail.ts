import type { Deps } from "../deps.ts"
import { checkDns, type Finding } from "./check-dns.ts"
import { addressOf, domainOf } from "./mailer.ts"
import { deliveryFault } from "./smtp-pool.ts"

/** Whether mails of this sender are likely to arrive: DNS of its domain, and the mail server itself. */
export async function checkMail(
  deps: Pick<Deps, "config" | "dns" | "mailer">,
): Promise<{ sender: string; findings: Finding[] }> {
  const { config, dns } = deps
  const sender = addressOf(config.mailFrom)
  // The demo sends nothing, and its sender is made up.
  if (config.smtpUrl === undefined) return { sender, findings: [demo] }
  const server = new URL(config.smtpUrl).hostname
  const [findings, reached] = await Promise.all([
    checkDns(dns, {
      domain: domainOf(config.mailFrom),
      envelopeDomain: domainOf(config.bounceAddress ?? config.mailFrom),
      server: isHere(server) ? undefined : server,
      selector: config.dkimSelector,
    }),
    checkServer(deps, server),
  ])
  return { sender, findings: [reached, ...findings] }
}

const demo: Finding = {
  id: "server",
  state: "advice",
  says: "This is the demo: mails stay in the outbox and are not sent, so there is nothing to check.",
  found: null,
  publish: null,
}

async function checkServer({ mailer }: Pick<Deps, "mailer">, server: string): Promise<Finding> {
  const finding = (state: Finding["state"], says: string): Finding => ({
    id: "server",
    state,
    says,
    found: server,
    publish: null,
  })
  try {
    const probed = await mailer.probe()
    if (probed === undefined) return demo
    const { secure, signedIn } = probed
    if (!secure && !isHere(server)) {
      return finding(
        "advice",
        "The mail server answers, but without encryption: whoever sits on the way can read the personal links. Use smtps:// or a server that offers STARTTLS.",
      )
    }
    return finding(
      "good",
      `The mail server answers${secure ? ", encrypted" : ""}${signedIn ? ", and lets us in" : ""}.`,
    )
  } catch (error) {
    const fault = deliveryFault(error)
    if (fault?.code === 535 || fault?.code === 534)
      return finding("bad", "The mail server does not accept the name or the password in SMTP_URL.")
    if (fault !== undefined && fault.code > 0)
      return finding("bad", `The mail server answers, and refuses us (${fault.status}).`)
    if (fault?.status === "ETLS")
      return finding(
        "bad",
        "The mail server cannot prove who it is: its certificate is not valid for its name.",
      )
    return finding(
      "bad",
      "The mail server cannot be reached. Check the address in SMTP_URL, and that a firewall lets us through.",
    )
  }
}

function isHere(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)
}
