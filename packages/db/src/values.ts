// One table of value types for both databases, so that a query answers the same on either.

type Parse = (text: string) => unknown
type Serialize = (value: unknown) => string

export interface ValueType {
  oid: number
  arrayOid: number
  parse: Parse
  serialize: Serialize
}

const text: Parse = (value) => value
const asText: Serialize = (value) => (value instanceof Date ? value.toISOString() : String(value))

function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large for a JavaScript number`)
  return number
}

// A copy with a buffer of its own: Buffer.from may share a pool, and a view on `.buffer` would read the pool.
const bytes: Parse = (value) => Uint8Array.from(Buffer.from(value.slice(2), "hex"))

function asBytes(value: unknown): string {
  if (!(value instanceof Uint8Array)) throw new TypeError("a bytea value is a Uint8Array")
  return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}`
}

// A string is JSON already: jsonb() sends text, and the two drivers disagree about strings.
const asJson: Serialize = (value) => (typeof value === "string" ? value : JSON.stringify(value))

const asBoolean: Serialize = (value) => (value === true || value === "t" || value === "true" ? "t" : "f")

const type = (oid: number, arrayOid: number, parse: Parse, serialize: Serialize = asText): ValueType => ({
  oid,
  arrayOid,
  parse,
  serialize,
})

export const valueTypes: ValueType[] = [
  type(16, 1000, (value) => value === "t", asBoolean), // boolean
  type(17, 1001, bytes, asBytes), // bytea
  type(18, 1002, text), // "char"
  type(19, 1003, text), // name
  type(20, 1016, wholeNumber), // bigint
  type(21, 1005, Number), // smallint
  type(23, 1007, Number), // integer
  type(25, 1009, text), // text
  type(26, 1028, Number), // oid
  type(114, 199, (value) => JSON.parse(value), asJson), // json
  type(700, 1021, Number), // real
  type(701, 1022, Number), // double precision
  type(1042, 1014, text), // char(n)
  type(1043, 1015, text), // varchar
  type(1082, 1182, text), // date, 'YYYY-MM-DD'
  type(1114, 1115, text), // timestamp without time zone: no instant, so it stays text
  type(1184, 1185, (value) => new Date(value)), // timestamptz
  type(1186, 1187, text), // interval
  type(1700, 1231, text), // numeric
  type(2950, 2951, text), // uuid
  type(3802, 3807, (value) => JSON.parse(value), asJson), // jsonb
]

/** A PostgreSQL array literal, of any depth, from an array; text is passed on as the literal it is. */
export function arrayLiteral(value: unknown, serialize: Serialize): string {
  if (!Array.isArray(value)) return String(value)
  const items = value.map((item) => {
    if (item === null || item === undefined) return "NULL"
    if (Array.isArray(item)) return arrayLiteral(item, serialize)
    return `"${serialize(item).replace(/["\\]/g, "\\$&")}"`
  })
  return `{${items.join(",")}}`
}

/** The array that a PostgreSQL array literal says; NULL is null. Bounds as in '[0:1]={1,2}' are left out. */
export function parseArray(literal: string, parse: Parse): unknown[] {
  let at = literal.indexOf("{") + 1
  const list = (): unknown[] => {
    const items: unknown[] = []
    while (at < literal.length) {
      const char = literal[at]
      if (char === "}") {
        at++
        return items
      }
      if (char === ",") {
        at++
      } else if (char === "{") {
        at++
        items.push(list())
      } else if (char === '"') {
        let item = ""
        for (at++; literal[at] !== '"'; at++) item += literal[at] === "\\" ? literal[++at] : literal[at]
        at++
        items.push(parse(item))
      } else {
        const start = at
        while (literal[at] !== "," && literal[at] !== "}") at++
        const item = literal.slice(start, at)
        items.push(item === "NULL" ? null : parse(item))
      }
    }
    return items
  }
  return list()
}
