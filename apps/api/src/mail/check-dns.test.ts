import { createSocket } from "node:dgram"
import { once } from "node:events"
import { afterAll, beforeAll, expect, test } from "vitest"
import { checkDns } from "./check-dns.ts"
import { createDns, type Dns } from "./dns.ts"

/** A real, tiny DNS server over UDP that knows TXT and MX records. */
async function tinyDns(records: Record<string, { txt?: string[]; mx?: string[] }>) {
  const socket = createSocket("udp4")
  socket.on("message", (query, from) => {
    let at = 12
    const labels: string[] = []
    for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
      labels.push(query.subarray(at + 1, at + 1 + length).toString())
      at += 1 + length
    }
    const type = query.readUInt16BE(at + 1)
    const known = records[labels.join(".").toLowerCase()]
    const texts = type === 16 ? (known?.txt ?? []) : []
    const answers = [
      ...texts.map((text) => {
        const parts = text.match(/.{1,200}/gs) ?? [""]
        return Buffer.concat(parts.map((part) => Buffer.from([part.length, ...Buffer.from(part)])))
      }),
      ...(type === 15 ? (known?.mx ?? []) : []).map((name) =>
        Buffer.concat([
          Buffer.from([0, 10]),
          ...name.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
          Buffer.from([0]),
        ]),
      ),
    ]
    const head = Buffer.from(query.subarray(0, 12))
    head.writeUInt16BE(0x8180 | (known === undefined ? 3 : 0), 2)
    head.writeUInt16BE(1, 4)
    head.writeUInt16BE(answers.length, 6)
    head.writeUInt32BE(0, 8)
    const resource = (data: Buffer) => {
      const fixed = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, 0])
      fixed.writeUInt16BE(data.length, 10)
      return Buffer.concat([fixed, data])
    }
    socket.send(
      Buffer.concat([head, query.subarray(12, at + 5), ...answers.map(resource)]),
      from.port,
      from.address,
    )
  })
  socket.bind(0, "127.0.0.1")
  await once(socket, "listening")
  return { address: `127.0.0.1:${socket.address().port}`, close: () => socket.close() }
}

const key = `v=DKIM1; k=rsa; p=${"A".repeat(390)}`
const chain = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    `c${at}.example`,
    { txt: [`v=spf1 include:c${at + 1}.example ~all`] },
  ]),
)
let server: Awaited<ReturnType<typeof tinyDns>>
let dns: Dns
beforeAll(async () => {
  server = await tinyDns({
    "good.example": { txt: ["other", "v=spf1 include:mail.example -all"], mx: ["mx.good.example"] },
    "mail.example": { txt: ["v=spf1 ip4:192.0.2.1 -all"] },
    "s7._domainkey.good.example": { txt: [key] },
    "_dmarc.good.example": { txt: ["v=DMARC1; p=reject"] },
    "sub.good.example": { txt: ["v=spf1 mx ~all"] },
    "selector1._domainkey.sub.good.example": { txt: [key] },
    "two.example": { txt: ["v=spf1 mx ~all", "v=spf1 a ~all"] },
    "open.example": { txt: ["v=spf1 +all"] },
    "loose.example": { txt: ["v=spf1 mx"] },
    "s7._domainkey.loose.example": { txt: ["v=DKIM1; p="] },
    "_dmarc.loose.example": { txt: ["v=DMARC1; rua=mailto:a@loose.example"] },
    "loop.example": { txt: ["v=spf1 include:loop.example ~all"] },
    ...chain,
  })
  dns = createDns(server.address)
})
afterAll(() => server.close())

const check = async (domain: string, selector?: string, asked: Dns = dns) =>
  Object.fromEntries(
    (await checkDns(asked, { domain, envelopeDomain: domain, server: "smtp.mail.example", selector })).map(
      ({ id, ...finding }) => [id, finding],
    ),
  )

test("a domain that is set up is good in all four, and long keys in several parts are read whole", async () => {
  const found = await check("good.example", "s7")
  for (const id of ["spf", "dkim", "dmarc", "mx"]) expect([id, found[id]?.state]).toEqual([id, "good"])
  expect((await dns.txt("s7._domainkey.good.example"))[0]).toBe(key)
})

test("a domain with nothing is told what to publish", async () => {
  const found = await check("nothing.example", "s7")
  expect(found.spf).toMatchObject({
    state: "bad",
    publish: { name: "nothing.example", type: "TXT", value: "v=spf1 mx a:smtp.mail.example ~all" },
  })
  expect(found.dkim).toMatchObject({ state: "bad", publish: { name: "s7._domainkey.nothing.example" } })
  expect(found.dmarc).toMatchObject({ state: "bad", publish: { name: "_dmarc.nothing.example" } })
  expect(found.mx).toMatchObject({ state: "bad", publish: { type: "MX" } })
})

test("a subdomain stands under its parent's DMARC, and common selectors are tried", async () => {
  const found = await check("sub.good.example")
  expect(found.dmarc?.state).toBe("good")
  expect(found.dkim?.state).toBe("good")
  expect((await check("nothing.example")).dkim?.state).toBe("advice")
})

test("two records, one for everybody, one without an end, one with too many look-ups and one in a loop are found", async () => {
  expect((await check("two.example")).spf).toMatchObject({ state: "bad" })
  expect((await check("open.example")).spf).toMatchObject({ state: "bad", publish: { value: "v=spf1 ~all" } })
  expect((await check("loose.example")).spf).toMatchObject({
    state: "advice",
    publish: { value: "v=spf1 mx ~all" },
  })
  expect((await check("c0.example")).spf?.says).toContain("more than 10")
  expect((await check("c5.example")).spf?.state).toBe("good")
  expect((await check("loop.example")).spf?.says).toContain("more than 10")
  const loose = await check("loose.example", "s7")
  expect(loose.dkim?.says).toContain("withdrawn")
  expect(loose.dmarc?.state).toBe("bad")
})

test("a DNS server that is away makes no finding, and says so", async () => {
  const away = await check("good.example", "s7", createDns("127.0.0.1:9"))
  for (const id of ["spf", "dkim", "dmarc", "mx"]) expect([id, away[id]?.state]).toEqual([id, "unknown"])
})
