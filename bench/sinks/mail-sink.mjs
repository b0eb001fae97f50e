// A real SMTP server that takes every mail and forgets it; says its address on standard output.
import { SMTPServer } from "smtp-server"

const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onData(stream, _session, done) {
    stream.resume()
    stream.on("end", done)
  },
})
server.listen(0, "127.0.0.1", () => console.log(`smtp://127.0.0.1:${server.server.address().port}`))
