// A reporter of Vitest: which test files were not finished because a signal of the runtime itself ended their process.
// V8's registry of WebAssembly code can do that whatever the test does (nodejs/node#64500), and Vitest then leaves their
// tests unrun. Nothing else counts: not a test that failed, nor a process that was killed from outside.
import { writeFileSync } from "node:fs"

const unfinished =
  /exited unexpectedly with signal (?:SIGTRAP|SIGSEGV|SIGILL|SIGBUS) .* while running test file (.+)$/m

export default class Died {
  onTestRunEnd(_modules, errors) {
    const files = errors.map((error) => unfinished.exec(String(error.cause?.message ?? ""))?.[1])
    const died = { files: files.filter((file) => file !== undefined), others: files.includes(undefined) }
    writeFileSync(process.env.THROUGHLINE_DIED, JSON.stringify(died))
  }
}
