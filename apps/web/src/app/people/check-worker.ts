import type { ParseOptions } from "@throughline/org"
import { checkFile } from "./check-file.ts"

self.onmessage = (event: MessageEvent<{ text: string; options: ParseOptions }>) => {
  self.postMessage(checkFile(event.data.text, event.data.options))
}
