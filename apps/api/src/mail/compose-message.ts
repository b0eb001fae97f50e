import { randomBytes } from "node:crypto"
import { domainToASCII } from "node:url"

export interface Message {
  from: { name: string; address: string }
  to: { name: string; address: string }
  subject: string
  /** With its angle brackets. */
  messageId: string
  date: Date
  /** Further headers, in ASCII. */
  headers: Record<string, string>
  text: string
  html: string
}

/**
 * A mail with text and HTML as it goes over the wire (RFC 5322, 2045 to 2047). Written out here because it is all that
 * is needed, and takes a tenth of what a general composer does.
 */
export function composeMessage({ from, to, subject, messageId, date, headers, text, html }: Message): Buffer {
  const boundary = `=_${randomBytes(12).toString("hex")}`
  const part = (type: string, body: string) => [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    "Content-Transfer-Encoding: quoted-printable",
    "",
    quotedPrintable(body),
  ]
  const lines = [
    `From: ${mailbox(from)}`,
    `To: ${mailbox(to)}`,
    `Subject: ${words(oneLine(subject), "Subject: ".length)}`,
    `Message-ID: ${oneLine(messageId)}`,
    `Date: ${date.toUTCString().replace("GMT", "+0000")}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${oneLine(value)}`),
    "MIME-Version: 1.0",
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    ...part("text/plain", text),
    ...part("text/html", html),
    `--${boundary}--`,
    "",
  ]
  return Buffer.from(lines.join("\r\n"))
}

/** Names and subjects come from people's files: a line break in one would start a header of its own. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim()
}

/** The address as it may stand in an envelope: a domain in another script as DNS knows it. */
export function wireAddress(address: string): string {
  const plain = oneLine(address)
  const at = plain.lastIndexOf("@")
  return at < 0 ? plain : `${plain.slice(0, at)}@${domainToASCII(plain.slice(at + 1)) || plain.slice(at + 1)}`
}

function mailbox({ name, address }: { name: string; address: string }): string {
  const wire = wireAddress(address).replace(/[<>\s]/g, "")
  const plain = oneLine(name)
  if (plain === "") return wire
  const shown =
    /^[\x20-\x7e]*$/.test(plain) && plain.length <= 60
      ? `"${plain.replace(/["\\]/g, "\\$&")}"`
      : words(plain, 6)
  return `${shown} <${wire}>`
}

/** Encoded words (RFC 2047), each short enough for a line; ASCII that fits one line stays as it is. */
function words(text: string, taken: number): string {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes("=?") && text.length + taken <= 76) return text
  const parts: string[] = []
  let part = ""
  for (const letter of text) {
    if (Buffer.byteLength(part + letter) > 39) {
      parts.push(part)
      part = ""
    }
    part += letter
  }
  parts.push(part)
  return parts.map((one) => `=?utf-8?B?${Buffer.from(one).toString("base64")}?=`).join("\r\n ")
}

const WIDTH = 76
const escaped = Array.from({ length: 256 }, (_, byte) =>
  (byte >= 33 && byte <= 126 && byte !== 61) || byte === 32 || byte === 9
    ? String.fromCharCode(byte)
    : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`,
)

function quotedPrintable(text: string): string {
  const lines: string[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    let row = ""
    const bytes = Buffer.from(line)
    for (const [at, byte] of bytes.entries()) {
      const isLast = at === bytes.length - 1
      // Blanks at the end of a line may be lost on the way; a dot at its beginning is left to SMTP.
      const code =
        isLast && (byte === 32 || byte === 9) ? `=${byte === 32 ? "20" : "09"}` : (escaped[byte] ?? "")
      if (row.length + code.length > WIDTH - 1) {
        lines.push(`${row}=`)
        row = ""
      }
      row += code
    }
    lines.push(row)
  }
  return lines.join("\r\n")
}
