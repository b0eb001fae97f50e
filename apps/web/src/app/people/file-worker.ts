import { localDay } from "@throughline/org"
import { type Ask, createFileReader } from "./file-reader.ts"

// Everything that reads files is in this thread and its chunk: a page that never sees a file loads nothing of it, and no
// file holds up the page.
const read = createFileReader(localDay(new Date()))
self.onmessage = (event: MessageEvent<Ask>) => self.postMessage(read(event.data))
