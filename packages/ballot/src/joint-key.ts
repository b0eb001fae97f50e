import { p256 } from "@noble/curves/nist.js"
import { fromBase64url, toBase64url } from "./base64url.ts"
import { canonicalJson } from "./canonical-json.ts"
import { openEnvelope, sealTo } from "./envelope.ts"
import type { SealingKey } from "./seal.ts"

// A key that three people hold and nobody has ever had: joint-Feldman key generation (T. P. Pedersen, "A threshold
// cryptosystem without a trusted party", EUROCRYPT '91), two of three, over P-256. G: base point, n: its order.
//   trustee i:    f_i(x) = a_i + b_i·x mod n; publishes A_i = a_i·G and B_i = b_i·G; seals f_i(j) to trustee j
//   trustee j:    takes f_i(j) only if f_i(j)·G = A_i + j·B_i; the own share is s_j = Σ_i f_i(j)
//   everybody:    Y = Σ_i A_i is the public key
//   two of them:  s_i·j/(j−i) + s_j·i/(i−j) = Σ a_i mod n, the private key (Lagrange at 0)
//
// Nobody commits before revealing, so whoever deals last can choose among many keys Y (Gennaro, Jarecki, Krawczyk,
// Rabin, "Secure distributed key generation", 1999). For a key that is sealed to, this is harmless: the sub-shares that
// the two others accept are two points of f_i, so the last one knows a_i; what opens Y would open Y − a_i·G, the sum of
// the others, too: Diffie-Hellman values differ by a known multiple. Nobody can deal so that only they know the key.
const { Point } = p256
const { Fn } = Point
type Point = InstanceType<typeof Point>

/** The public keys of seats 1, 2 and 3. */
export type Circle = readonly [string, string, string]

/** A_i and B_i, base64url, uncompressed. */
export interface Commitment {
  a: string
  b: string
}

export interface Dealing extends Commitment {
  /** f_i(1), f_i(2), f_i(3), each sealed to its seat. */
  sealed: string[]
}

/** What one trustee holds, with whom it belongs to. */
export interface JointShare {
  seat: number
  /** s_j: 32 bytes, base64url. */
  share: string
  sealingKey: string
  /** ΣB_i: with the sealing key it tells what s_j·G of each seat is. */
  slope: string
  circle: Circle
}

/**
 * Why there is no share; `from` is the seat at fault.
 * - not-openable: sealed to another key or in another circle
 * - wrong: it does not lie on the line that was published
 * - not-mine: what stands in the own name was dealt by somebody else
 * - other-key: the public key is not the sum of what was dealt
 */
export type DealingFault =
  | { fault: "not-openable" | "wrong"; from: number }
  | { fault: "not-mine" | "other-key" }

interface Line {
  a: bigint
  b: bigint
}

/**
 * The line of one trustee, worked out from their private key by HKDF rather than drawn and kept. So whoever has the file
 * can tell whether what stands in their name is theirs: else a server, which can use all three links, could deal for all
 * three and know the key, and all would see the same words. For whoever has not the key it is as good as drawn.
 */
export async function lineOf(key: SealingKey, survey: string, circle: Circle): Promise<Line> {
  const secret = fromBase64url(key.privateKey) ?? new Uint8Array()
  const from = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"])
  const encoder = new TextEncoder()
  const scalar = async (name: string) => {
    const info = encoder.encode(canonicalJson([name, survey, ...circle]))
    const salt = encoder.encode("throughline-joint-key-1")
    // 128 bits more than the order has: what the remainder favours cannot be noticed.
    const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, from, 384)
    return new Uint8Array(bits).reduce((sum, byte) => Fn.create(sum * 256n + BigInt(byte)), 0n)
  }
  return { a: await scalar("a"), b: await scalar("b") }
}

/** What one trustee publishes and passes on. Throws when a key of the circle is no point of the curve. */
export async function deal(line: Line, survey: string, seat: number, circle: Circle): Promise<Dealing> {
  const sealed = circle.map((publicKey, at) => {
    const value = Fn.add(line.a, Fn.mul(line.b, BigInt(at + 1)))
    return sealTo(publicKey, useOf(survey, seat, at + 1, circle), textOfScalar(value))
  })
  return { ...commitmentOf(line), sealed: await Promise.all(sealed) }
}

function commitmentOf({ a, b }: Line): Commitment {
  return { a: textOf(Point.BASE.multiply(a)), b: textOf(Point.BASE.multiply(b)) }
}

/** Y of what the three have published; undefined when a point is none, or the sum is no key. */
export function jointKeyOf(commitments: readonly Commitment[]): string | undefined {
  const sum = sumOf(commitments.map(({ a }) => a))
  const isWhole = commitments.length === 3 && sumOf(commitments.map(({ b }) => b)) !== undefined
  return isWhole && sum !== undefined && !sum.is0() ? textOf(sum) : undefined
}

/**
 * The own share from what the three have dealt, each part checked against what its sender published.
 *
 * @param sealed f_1(seat), f_2(seat), f_3(seat), sealed to the own key
 * @param isMine a test takes it away
 */
export async function takeDealings(
  key: SealingKey,
  { survey, seat, circle, sealingKey }: { survey: string; seat: number; circle: Circle; sealingKey: string },
  commitments: readonly Commitment[],
  sealed: readonly string[],
  isMine = isMyDealing,
): Promise<JointShare | DealingFault> {
  const slope = sumOf(commitments.map(({ b }) => b))
  if (slope === undefined || jointKeyOf(commitments) !== sealingKey) return { fault: "other-key" }
  const own = commitments[seat - 1]
  const isTheirs = circle[seat - 1] !== key.publicKey || own === undefined
  if (isTheirs || !(await isMine(key, survey, circle, own))) return { fault: "not-mine" }
  let share = 0n
  for (const [at, commitment] of commitments.entries()) {
    const from = at + 1
    const text = await openEnvelope(key, useOf(survey, from, seat, circle), sealed[at] ?? "")
    if (text === undefined) return { fault: "not-openable", from }
    const value = scalarOf(text)
    if (value === undefined || !liesOn(commitment, seat, value)) return { fault: "wrong", from }
    share = Fn.add(share, value)
  }
  return { seat, share: textOfScalar(share), sealingKey, slope: textOf(slope), circle }
}

async function isMyDealing(key: SealingKey, survey: string, circle: Circle, { a, b }: Commitment) {
  const mine = commitmentOf(await lineOf(key, survey, circle))
  return mine.a === a && mine.b === b
}

/** Whether this is the share of a seat of the same key: s_j·G = Y + j·ΣB_i. Whoever hands over junk is known by it. */
export function isShareOf(own: JointShare, seat: number, share: string): boolean {
  const value = scalarOf(share)
  return value !== undefined && liesOn({ a: own.sealingKey, b: own.slope }, seat, value)
}

/** The survey's key from the own share and another seat's; undefined when they do not give it. */
export function joinJointKey(own: JointShare, seat: number, share: string): SealingKey | undefined {
  const [one, other] = [scalarOf(own.share), scalarOf(share)]
  if (one === undefined || other === undefined || seat === own.seat) return undefined
  const [i, j] = [BigInt(own.seat), BigInt(seat)]
  const secret = Fn.add(Fn.mul(one, Fn.div(j, Fn.create(j - i))), Fn.mul(other, Fn.div(i, Fn.create(i - j))))
  if (secret === 0n || textOf(Point.BASE.multiply(secret)) !== own.sealingKey) return undefined
  return { publicKey: own.sealingKey, privateKey: textOfScalar(secret) }
}

/** The circle is part of it: at the close no server can put another key into it, and have a share sealed to that. */
function useOf(survey: string, from: number, to: number, circle: Circle): string {
  return canonicalJson(["trustee share", survey, from, to, ...circle])
}

function liesOn({ a, b }: Commitment, seat: number, value: bigint): boolean {
  const [start, slope] = [pointOf(a), pointOf(b)]
  if (start === undefined || slope === undefined) return false
  return Point.BASE.multiply(value).equals(start.add(slope.multiply(BigInt(seat))))
}

function sumOf(points: readonly string[]): Point | undefined {
  let sum = Point.ZERO
  for (const text of points) {
    const point = pointOf(text)
    if (point === undefined) return undefined
    sum = sum.add(point)
  }
  return sum
}

function pointOf(text: string): Point | undefined {
  const bytes = fromBase64url(text)
  if (bytes?.length !== 65) return undefined
  try {
    return Point.fromBytes(bytes)
  } catch {
    return undefined // no point of the curve
  }
}

function textOf(point: Point): string {
  return toBase64url(point.toBytes(false))
}

function scalarOf(text: string): bigint | undefined {
  const bytes = fromBase64url(text)
  const value = bytes?.length === 32 ? bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) : 0n
  return value > 0n && value < Fn.ORDER ? value : undefined
}

function textOfScalar(value: bigint): string {
  return toBase64url(Fn.toBytes(value))
}
