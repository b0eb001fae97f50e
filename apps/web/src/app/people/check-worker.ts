import type { ColumnMap } from "@throughline/org"
import { checkFile } from "./check-file.ts"

self.onmessage = (event: MessageEvent<{ text: string; columns?: ColumnMap }>) => {
  self.postMessage(checkFile(event.data.text, event.data.columns))
}
