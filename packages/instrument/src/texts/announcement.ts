import type { Announcement } from "./facts.ts"

/** With all of it as plain text, ready to be copied into a mail, a chat or a page. */
export function announcement(parts: Omit<Announcement, "text">): Announcement {
  const { paragraphs, points } = parts
  const list = points.map((point) => `• ${point}`).join("\n")
  const text = [...paragraphs, ...(list === "" ? [] : [list])].join("\n\n")
  return { ...parts, text: `${text}\n` }
}
