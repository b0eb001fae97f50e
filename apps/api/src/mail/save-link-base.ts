import { withOrganization } from "@throughline/db"
import { z } from "zod"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { updateLinkBase } from "./address-queries.ts"
import { instanceId } from "./instance.ts"
import { isLinkHost } from "./link-base.ts"

const WAIT = 5_000
const LONGEST = 1_000
const answer = z.object({ instance: z.string() })

/**
 * Lets the links of surveys launched from now on begin with the organization's own domain, if the operator has named it
 * and it has been seen to lead here: links in mails that have been sent cannot be mended. null: links begin with
 * PUBLIC_URL. `isListed` is a guard that a test takes away: a relay that passes everything on answers as we do.
 */
export async function saveLinkBase(
  deps: Deps,
  organizationId: string,
  base: string | null,
  isListed: typeof isLinkHost = isLinkHost,
): Promise<{ linkBase: string | null }> {
  const linkBase = base === null ? null : await checkedBase(deps, base, isListed)
  await withOrganization(deps.db, "web", organizationId, (tx) => updateLinkBase(tx, organizationId, linkBase))
  return { linkBase }
}

async function checkedBase(deps: Deps, base: string, isListed: typeof isLinkHost): Promise<string> {
  const refuse = (detail: string): never => {
    throw new Problem("mail.link-base", { detail })
  }
  if (!URL.canParse(base)) return refuse("That is not an address. It looks like https://survey.example.com.")
  const url = new URL(base)
  const isTried = deps.config.publicUrl.startsWith("http://")
  if (url.protocol !== "https:" && !(isTried && url.protocol === "http:"))
    return refuse(
      "The address has to begin with https://, so that nobody on the way can read the personal links.",
    )
  if (
    url.pathname !== "/" ||
    url.search !== "" ||
    url.hash !== "" ||
    url.username !== "" ||
    url.password !== ""
  )
    return refuse("Only the domain itself can be used, without anything behind it.")
  // Other ports are other programs of whoever's network this is.
  if (url.port !== "" && !isTried) return refuse("Only the usual port can be used.")
  // Before anything is asked there: nobody looks through our eyes at hosts that are none of theirs.
  if (!isListed(deps.config, url.hostname))
    return refuse(
      "Whoever runs this server has to name the domain first, in LINK_HOSTS: who holds a domain could read every personal link that begins with it.",
    )
  const instance = await askInstance(url.origin)
  if (instance === undefined)
    return refuse(
      `${url.origin} does not answer as Throughline yet. Its DNS entry has to lead to this server, with a certificate for it.`,
    )
  if (instance !== instanceId(deps.keys))
    return refuse(`${url.origin} leads to another installation of Throughline.`)
  return url.origin
}

/** Who answers there; nothing else of the answer is used or told. */
async function askInstance(origin: string): Promise<string | undefined> {
  try {
    const reply = await fetch(`${origin}/api/mail/instance`, {
      redirect: "error",
      signal: AbortSignal.timeout(WAIT),
    })
    let text = ""
    for await (const chunk of reply.body ?? []) {
      text += Buffer.from(chunk).toString("utf8")
      if (text.length > LONGEST) return undefined
    }
    return reply.ok ? answer.parse(JSON.parse(text)).instance : undefined
  } catch {
    return undefined
  }
}
