import type { Dns } from "./dns.ts"

/** One thing that decides whether mails arrive, in plain words. */
export interface Finding {
  id: "spf" | "dkim" | "dmarc" | "mx" | "server"
  /** unknown: it could not be looked up. */
  state: "good" | "advice" | "bad" | "unknown"
  says: string
  /** What is there now. */
  found: string | null
  /** A record to publish, or to change the present one to. */
  publish: { name: string; type: "TXT" | "MX"; value: string } | null
}

interface Sender {
  /** Of the sender's address: what people see. */
  domain: string
  /** Of the envelope: what SPF is checked for. */
  envelopeDomain: string
  /** The mail server that we hand mails to. */
  server: string | undefined
  selector: string | undefined
}

/** Where common mail services publish their keys. */
const SELECTORS = [
  "default",
  "selector1",
  "selector2",
  "google",
  "mail",
  "dkim",
  "s1",
  "s2",
  "k1",
  "k2",
  "smtp",
  "key1",
]
/** RFC 7208, 4.6.4: with more look-ups receivers give up. */
const MOST_LOOKUPS = 10

export async function checkDns(dns: Dns, sender: Sender): Promise<Finding[]> {
  const safely = async (id: Finding["id"], check: () => Promise<Omit<Finding, "id">>): Promise<Finding> => {
    try {
      return { id, ...(await check()) }
    } catch {
      const says = "No DNS server answered, so this could not be checked. Try again in a minute."
      return { id, state: "unknown", says, found: null, publish: null }
    }
  }
  return await Promise.all([
    safely("spf", () => checkSpf(dns, sender)),
    safely("dkim", () => checkDkim(dns, sender)),
    safely("dmarc", () => checkDmarc(dns, sender)),
    safely("mx", () => checkMx(dns, sender)),
  ])
}

async function checkSpf(dns: Dns, { envelopeDomain: name, server }: Sender): Promise<Omit<Finding, "id">> {
  const records = (await dns.txt(name)).filter((record) => /^v=spf1(\s|$)/i.test(record))
  const own = server === undefined || !server.includes(".") ? "mx" : `mx a:${server}`
  const publish = { name, type: "TXT" as const, value: `v=spf1 ${own} ~all` }
  const [record] = records
  if (record === undefined) {
    const says = `${name} does not say which servers may send its mail, so many receivers will refuse the invitations or put them with the spam. Publish this record; if a mail service sends for you, use the one it names.`
    return { state: "bad", says, found: null, publish }
  }
  if (records.length > 1) {
    const says = `${name} has ${records.length} SPF records. Receivers then ignore all of them: join them into one.`
    return { state: "bad", says, found: records.join("\n"), publish: null }
  }
  if (/(^|\s)\+?all\b/i.test(record)) {
    const says =
      "The SPF record allows every server in the world to send your mail, which is worth nothing to receivers. End it with ~all."
    return {
      state: "bad",
      says,
      found: record,
      publish: { ...publish, value: record.replace(/\+?all\b/i, "~all") },
    }
  }
  const lookups = await countLookups(dns, record, 0)
  if (lookups > MOST_LOOKUPS) {
    const says = `The SPF record needs more than ${MOST_LOOKUPS} look-ups, and receivers give up after ${MOST_LOOKUPS}. Take out services you no longer use.`
    return { state: "bad", says, found: record, publish: null }
  }
  if (!/(^|\s)([~?-]all\b|redirect=)/i.test(record)) {
    const says = "The SPF record does not say what holds for servers it does not name. End it with ~all."
    return { state: "advice", says, found: record, publish: { ...publish, value: `${record.trim()} ~all` } }
  }
  const says = `${name} says which servers may send its mail.${server === undefined ? "" : ` Make sure that ${server} is one of them.`}`
  return { state: "good", says, found: record, publish: null }
}

/** Look-ups that a receiver makes for a record, those of records it includes as well. */
async function countLookups(dns: Dns, record: string, before: number): Promise<number> {
  let count = before
  for (const term of record.split(/\s+/)) {
    if (count > MOST_LOOKUPS) return count
    const [, kind = "", target = ""] =
      /^[+?~-]?(include|a|mx|ptr|exists|redirect)(?:[:=](\S+))?$/i.exec(term) ?? []
    if (kind === "") continue
    count++
    if (!/^(include|redirect)$/i.test(kind) || target === "" || target.includes("%")) continue
    const [next] = (await dns.txt(target)).filter((found) => /^v=spf1(\s|$)/i.test(found))
    if (next !== undefined) count = await countLookups(dns, next, count)
  }
  return count
}

async function checkDkim(dns: Dns, { domain, selector }: Sender): Promise<Omit<Finding, "id">> {
  const tried = selector === undefined ? SELECTORS : [selector]
  const found = await Promise.all(
    tried.map(async (one) => {
      const records = await dns.txt(`${one}._domainkey.${domain}`)
      return { selector: one, record: records.find((text) => /(^|;)\s*p=/i.test(text)) }
    }),
  )
  const revoked = ({ record }: { record: string | undefined }) => /(^|;)\s*p=\s*(;|$)/i.test(record ?? "")
  const usable = found.find((one) => one.record !== undefined && !revoked(one))
  if (usable !== undefined) {
    const says = `A signing key is published (selector ${usable.selector}), so your mail server can sign mails of ${domain}. Send yourself a test mail and look for "dkim=pass" in its source.`
    return { state: "good", says, found: shortened(usable.record ?? ""), publish: null }
  }
  if (selector !== undefined) {
    const isRevoked = found.some(revoked)
    const says = isRevoked
      ? `The key ${selector} of ${domain} has been withdrawn. Signatures made with it are worth nothing.`
      : `No key is published under ${selector}._domainkey.${domain}. Large receivers ask for signed mail: let your mail server make a key pair and publish its public half here.`
    const publish = {
      name: `${selector}._domainkey.${domain}`,
      type: "TXT" as const,
      value: "v=DKIM1; k=rsa; p=<public key from your mail server>",
    }
    return { state: "bad", says, found: null, publish: isRevoked ? null : publish }
  }
  const says = `No signing key was found under the usual names. If your mail server signs (most services do), tell Throughline the name of the key with MAIL_DKIM_SELECTOR; if it does not, let it.`
  return { state: "advice", says, found: null, publish: null }
}

async function checkDmarc(dns: Dns, { domain }: Sender): Promise<Omit<Finding, "id">> {
  // A subdomain without a record of its own stands under that of its parent.
  for (let name = domain; name.includes("."); name = name.slice(name.indexOf(".") + 1)) {
    const record = (await dns.txt(`_dmarc.${name}`)).find((text) => /^v=DMARC1\b/i.test(text))
    if (record === undefined) continue
    const policy = /;\s*p\s*=\s*(\w+)/i.exec(record)?.[1]?.toLowerCase()
    const at = `_dmarc.${name}`
    if (policy === undefined) {
      const says = "The DMARC record names no policy and is ignored."
      return {
        state: "bad",
        says,
        found: record,
        publish: { name: at, type: "TXT", value: "v=DMARC1; p=none" },
      }
    }
    if (policy === "none") {
      const says =
        "The DMARC record only watches. That is enough for mails to arrive; p=quarantine would also keep others from writing in your name."
      return { state: "good", says, found: record, publish: null }
    }
    const says = `Mails in the name of ${name} that fail SPF and DKIM are ${policy === "reject" ? "refused" : "put with the spam"}. Good for you as long as one of the two is right here.`
    return { state: "good", says, found: record, publish: null }
  }
  const says = `${domain} has no DMARC record. Gmail, Yahoo and Outlook ask for one of everybody who sends many mails.`
  const publish = {
    name: `_dmarc.${domain}`,
    type: "TXT" as const,
    value: `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`,
  }
  return { state: "bad", says, found: null, publish }
}

async function checkMx(dns: Dns, { envelopeDomain: name, server }: Sender): Promise<Omit<Finding, "id">> {
  const servers = (await dns.mx(name)).filter((one) => one !== "" && one !== ".")
  if (servers.length > 0) {
    const says = `Answers and reports about mails that could not be delivered reach ${name}.`
    return { state: "good", says, found: servers.join(", "), publish: null }
  }
  const says = `Nothing that is sent to ${name} arrives: there is no mail server for it. Some receivers refuse mail from such a domain, and reports about wrong addresses are lost.`
  const publish = { name, type: "MX" as const, value: `10 ${server ?? `mail.${name}`}` }
  return { state: "bad", says, found: null, publish }
}

function shortened(record: string): string {
  return record.length > 80 ? `${record.slice(0, 77)}…` : record
}
