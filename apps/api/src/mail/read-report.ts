import PostalMime from "postal-mime"

/** What a delivery report (RFC 3464) says. */
export interface DeliveryReport {
  /** The Message-IDs of the mail it is about, without angle brackets. */
  messageIds: string[]
  /** hard: this address will never take a mail. soft: late, a mailbox full, a mail not liked. */
  kind: "hard" | "soft"
  /** e.g. 5.1.1 */
  status: string
}

/** Larger ones are no delivery reports. */
export const LARGEST_REPORT = 5 * 1024 * 1024

/** undefined: no delivery report, or one that says nothing went wrong. */
export async function readReport(raw: Uint8Array): Promise<DeliveryReport | undefined> {
  if (raw.byteLength > LARGEST_REPORT) return undefined
  const parsed = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    attachmentEncoding: "utf8",
  }).catch(() => undefined)
  if (parsed === undefined) return undefined
  let report: { action: string; status: string } | undefined
  const messageIds: string[] = []
  for (const { mimeType, content } of parsed.attachments) {
    const text = typeof content === "string" ? content : new TextDecoder().decode(content)
    const fields = unfold(text)
    if (mimeType === "message/delivery-status" || mimeType === "message/global-delivery-status") {
      report ??= worst(fields)
    } else if (/^(message\/(rfc822|global|global-headers)|text\/rfc822-headers)$/.test(mimeType)) {
      const head = fields.split(/\n\s*\n/)[0] ?? ""
      const [, id] = /^Message-ID:\s*<?([^<>\s]+)>?/im.exec(head) ?? []
      if (id !== undefined) messageIds.push(id)
    }
  }
  if (report === undefined || messageIds.length === 0) return undefined
  const { action, status } = report
  if (action !== "failed" && action !== "delayed") return undefined
  // 5.2.2: a full mailbox may have room tomorrow. 5.7: what was refused is the mail or its sender, not the address.
  const isHard = action === "failed" && /^5\./.test(status) && !/^5\.(7\.|2\.2$)/.test(status)
  return { messageIds, kind: isHard ? "hard" : "soft", status }
}

/** Of several recipients, which ours never have, the first that failed. */
function worst(fields: string): { action: string; status: string } | undefined {
  const groups = fields.split(/\n\s*\n/).flatMap((group) => {
    const action = /^Action:\s*([\w-]+)/im.exec(group)?.[1]?.toLowerCase()
    const status = /^Status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(group)?.[1] ?? "5.0.0"
    return action === undefined ? [] : [{ action, status }]
  })
  return groups.find(({ action }) => action === "failed") ?? groups[0]
}

function unfold(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\n[ \t]+/g, " ")
}
