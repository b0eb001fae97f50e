import type { Clock } from "./link-people.ts"
import type { Server } from "./seeded-survey.ts"

/** A row as the superuser sees it, with what PostgreSQL keeps beside it. */
interface Traces {
  /** the transaction that wrote it */
  xmin: number
  /** its place on disk */
  place: number
  /** when that transaction was committed, in microseconds */
  committed: number
}

interface Signed extends Traces {
  person: string
  cohort: number
  hash: string
}

interface Ballot extends Traces {
  ballotKey: string
  cohort: number
  length: number
}

/** All that was found while the survey was open and afterwards, in the server's memory, files and logs. */
export interface Evidence {
  signed: Signed[]
  casts: Ballot[]
  clocks: Clock[]
  /** orders that the ballots can be brought into, by name */
  orders: Map<string, string[]>
  /** how many sizes the ballots have */
  sizes: number
}

/** One row of the results for each respondent, in the order in which they are stored. */
export interface Stored {
  atoms: number[]
  items: string[]
  /** by row: the values of all items that everybody is asked */
  rows: string[]
}

const hidden = "xmin, ctid, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1e6"
const table = (text: string) =>
  text
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("|"))

function traces([xmin = "", ctid = "", committed = ""]: string[]): Traces {
  const [page = 0, item = 0] = ctid.replace(/[()]/g, "").split(",").map(Number)
  return { xmin: Number(xmin), place: page * 1000 + item, committed: Number(committed) }
}

export async function lookWhileOpen(server: Server) {
  const signed: Signed[] = table(
    await server.superuser(
      `select ${hidden}, person_id, cohort_id, encode(secret_hash, 'hex') from registry.invitation where signed_message is not null`,
    ),
  ).map((row) => ({ ...traces(row), person: row[3] ?? "", cohort: Number(row[4]), hash: row[5] ?? "" }))
  const casts: Ballot[] = table(
    await server.superuser(
      `select ${hidden}, encode(ballot_key, 'hex'), cohort_id, octet_length(ciphertext) from box.ballot`,
    ),
  ).map((row) => ({
    ...traces(row),
    ballotKey: Buffer.from(row[3] ?? "", "hex").toString("base64url"),
    cohort: Number(row[4]),
    length: Number(row[5]),
  }))
  return { signed, casts, dump: server.dump() }
}

export async function lookAfterClose(server: Server) {
  const rows = table(
    await server.superuser("select item, encode(item_values, 'hex') from results.observation order by item"),
  )
  const columns = new Map(rows.map(([item = "", hex = ""]) => [item, Buffer.from(hex, "hex")]))
  const atom = columns.get("atom") ?? Buffer.alloc(0)
  const atoms = Array.from({ length: atom.length / 4 }, (_, row) => atom.readInt32LE(row * 4))
  const items = [...columns.keys()].filter((item) => columns.get(item)?.length === atoms.length)
  const stored: Stored = {
    atoms,
    items,
    rows: atoms.map((_, row) => items.map((item) => columns.get(item)?.readInt8(row)).join(" ")),
  }
  return { stored, log: server.log(), wal: server.waldump(), dump: server.dump() }
}

/** Clocks and orders out of all that was looked at. */
export function gather(
  { signed, casts, dump }: Awaited<ReturnType<typeof lookWhileOpen>>,
  { log, wal }: Awaited<ReturnType<typeof lookAfterClose>>,
): Evidence {
  const clock = (name: string, of: (row: Traces) => number): Clock => ({
    name,
    signed: new Map(signed.map((row) => [row.person, of(row)])),
    cast: new Map(casts.map((row) => [row.ballotKey, of(row)])),
  })
  const inWal = firstRecords(wal)
  const written = (row: Traces) => inWal.get(row.xmin) ?? row.xmin
  const clocks = [
    clock("transaction (xmin)", ({ xmin }) => xmin),
    clock("commit time", ({ committed }) => committed),
    clock("write-ahead log", written),
    {
      name: "server log",
      signed: new Map(signed.map(({ person, hash }) => [person, log.lastIndexOf(hash)])),
      cast: new Map(
        casts.map(({ ballotKey }) => [
          ballotKey,
          log.indexOf(Buffer.from(ballotKey, "base64url").toString("base64")),
        ]),
      ),
    },
  ]
  const by = (of: (row: Ballot) => number) =>
    [...casts].sort((one, other) => of(one) - of(other)).map(({ ballotKey }) => ballotKey)
  const dumped = (key: string) => dump.indexOf(Buffer.from(key, "base64url").toString("hex"))
  const hex = (key: string) => Buffer.from(key, "base64url").toString("hex")
  const keys = casts.map(({ ballotKey }) => ballotKey).sort((a, b) => (hex(a) < hex(b) ? -1 : 1))
  const rank = new Map(keys.map((key, place) => [key, place]))
  const orders = new Map([
    ["transaction (xmin)", by(({ xmin }) => xmin)],
    ["commit time", by(({ committed }) => committed)],
    ["write-ahead log", by(written)],
    ["place on disk", by(({ place }) => place)],
    ["dump", by(({ ballotKey }) => dumped(ballotKey))],
    ["length", by(({ length, place }) => length * 1e6 + place)],
    // As bytes, which is how the database orders them and the close reads them.
    ["ballot key", by(({ ballotKey }) => rank.get(ballotKey) ?? 0)],
  ])
  return { signed, casts, clocks, orders, sizes: new Set(casts.map(({ length }) => length)).size }
}

/** By transaction: where its first record stands in the write-ahead log. */
function firstRecords(wal: string): Map<number, number> {
  const found = new Map<number, number>()
  for (const [, tx, high = "", low = ""] of wal.matchAll(/ tx: +(\d+), lsn: ([0-9A-F]+)\/([0-9A-F]+),/g)) {
    const at = Number.parseInt(high, 16) * 2 ** 32 + Number.parseInt(low, 16)
    if (Number(tx) > 0 && !found.has(Number(tx))) found.set(Number(tx), at)
  }
  return found
}
