import { Link } from "wouter"
import type { Survey } from "../api.ts"
import { MailPreview } from "../mail/mail-preview.tsx"

export function MailsStep({ survey }: { survey: Survey }) {
  return (
    <>
      <p className="app-note" style={{ marginTop: 0 }}>
        Written by the program from your settings, so that every mail keeps the promise. When they go out is
        set under <a href="#when">When</a>; whether they arrive is checked under{" "}
        <Link href="/mail">Mail</Link>.
      </p>
      <MailPreview survey={survey} />
    </>
  )
}
