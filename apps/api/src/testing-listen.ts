import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { serve } from "@hono/node-server"

/** An application on a socket of its own: the port given, or any that is free. */
export async function listen(app: { fetch: (request: Request) => Response | Promise<Response> }, port = 0) {
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port })
  await once(server, "listening")
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((done) => void server.close(() => done())),
  }
}
