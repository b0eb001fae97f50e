export interface OutboxMail {
  id: string
  to: string
  name: string
  subject: string
  text: string
  html: string
  link: string
  sentAt: string
}

export interface Mailer {
  outbox(search: string): OutboxMail[]
}
