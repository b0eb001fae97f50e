import { useElementSize } from "@mantine/hooks"
import type { Language, Questionnaire } from "@throughline/instrument"
import { useEffect, useRef, useState } from "react"
import { type PreviewRequest, READY } from "../../preview/message.ts"
import { languageNames } from "../surveys/language-names.ts"
import classes from "./instruments.module.css"

/** CSS pixels: a phone that many people have. */
const PHONE = { width: 390, height: 760 }

/**
 * The questionnaire on a phone as respondents get it: their own page in a frame of its own, so that nothing of these
 * pages' style reaches it. Follows the question that is being worked on.
 */
export function PhonePreview(props: {
  questionnaire: Questionnaire
  language: Language
  question?: string | undefined
}) {
  const { questionnaire, language, question } = props
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(false)
  const { ref, width } = useElementSize<HTMLDivElement>()
  const scale = width > 0 ? Math.min(1, width / PHONE.width) : 1

  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent) => {
      if (origin !== location.origin || source !== frame.current?.contentWindow) return
      if ((data as { kind?: unknown } | null)?.kind === READY) setReady(true)
    }
    window.addEventListener("message", hear)
    return () => window.removeEventListener("message", hear)
  }, [])

  useEffect(() => {
    if (!ready) return
    // Not with every letter: the phone draws the whole page anew.
    const timer = setTimeout(() => {
      const request: PreviewRequest = { kind: "throughline:preview", questionnaire, language, question }
      frame.current?.contentWindow?.postMessage(request, location.origin)
    }, 200)
    return () => clearTimeout(timer)
  }, [ready, questionnaire, language, question])

  return (
    <div className={classes.phoneRoom}>
      <div ref={ref} />
      <div className={classes.phone} style={{ width: PHONE.width * scale, height: PHONE.height * scale }}>
        <iframe
          ref={frame}
          src="/questionnaire-preview"
          title={`The questionnaire on a phone, in ${languageNames[language]}`}
          style={{ width: PHONE.width, height: PHONE.height, transform: `scale(${scale})` }}
        />
      </div>
    </div>
  )
}
