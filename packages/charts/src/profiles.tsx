import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { type Bound, formatShare, tooFew } from "./format.ts"
import { ShareAxis } from "./share-axis.tsx"
import { textWidth } from "./text-width.ts"
import { round, Words } from "./words.tsx"

interface ProfilePoint {
  label: string
  /** percent; null: hidden */
  value: number | null
  low?: number
  high?: number
  bound?: Bound
}

/** Percents of layers from the top one down. */
interface Profile {
  label: string
  points: readonly ProfilePoint[]
}

export interface ProfilesProps {
  front: Profile
  /** drawn thin, with layers that are other ones: each profile has its own from the top to the bottom */
  behind: Profile
  width: number
  title: string
}

const top = 52
const rowHeight = 46

/** One line of percents from the top layer down, and another behind it whose layers are not the same. */
export function Profiles({ front, behind, width, title }: ProfilesProps): ReactElement {
  const column = (profile: Profile) =>
    Math.min(width * 0.26, Math.max(40, ...profile.points.map(({ label }) => textWidth(label, 12, 600))) + 8)
  const [left, right] = [column(front), column(behind)]
  const place = (share: number) => left + 12 + (share / 100) * (width - left - right - 24)
  const most = Math.max(front.points.length, behind.points.length, 2)
  const height = (most - 1) * rowHeight
  const bottom = top + 14 + height + 14
  const yOf = (profile: Profile, at: number) =>
    top + 14 + (profile.points.length === 1 ? height / 2 : (at / (profile.points.length - 1)) * height)
  return (
    <Figure
      width={width}
      height={bottom + 4}
      title={title}
      description={`Percent favourable, from the top layer down. ${sentence(front)} ${sentence(behind)}`}
    >
      {() => (
        <>
          <line className="tl-line" strokeWidth={2.5} x1={0} x2={20} y1={9} y2={9} />
          <Words x={26} y={13} size={12} width={width / 2 - 34}>
            {front.label}
          </Words>
          <line
            className="tl-unknown-line"
            strokeWidth={1.5}
            x1={width / 2}
            x2={width / 2 + 20}
            y1={9}
            y2={9}
          />
          <Words x={width / 2 + 26} y={13} size={12} tone="muted" width={width / 2 - 30}>
            {behind.label}
          </Words>
          <ShareAxis place={place} y={top - 12} spans={[[top - 6, bottom]]} />
          <Line profile={behind} place={place} yOf={yOf} className="tl-unknown-line" thick={1.5} />
          <Line profile={front} place={place} yOf={yOf} className="tl-line" thick={2.5} />
          {behind.points.map((point, at) => (
            <g key={point.label}>
              <Words x={width} y={yOf(behind, at) + 4} size={12} tone="muted" anchor="end" width={right}>
                {point.label}
              </Words>
              {point.value === null ? null : (
                <circle
                  className="tl-open"
                  cx={round(place(point.value))}
                  cy={round(yOf(behind, at))}
                  r={4}
                  strokeWidth={1.5}
                />
              )}
            </g>
          ))}
          {front.points.map((point, at) => (
            <g key={point.label}>
              <Words x={0} y={yOf(front, at) + 4} size={12} weight={600} width={left}>
                {point.label}
              </Words>
              {point.value === null ? (
                <Words x={place(0)} y={yOf(front, at) + 4} size={11} tone="muted">
                  {tooFew}
                </Words>
              ) : (
                <circle
                  className={point.bound === undefined ? "tl-line-fill" : "tl-line-fill tl-bound"}
                  cx={round(place(point.value))}
                  cy={round(yOf(front, at))}
                  r={5}
                />
              )}
            </g>
          ))}
        </>
      )}
    </Figure>
  )
}

interface LineProps {
  profile: Profile
  place: (share: number) => number
  yOf: (profile: Profile, at: number) => number
  className: string
  thick: number
}

/** Drawn between neighbours that are both told: what is hidden is a gap, not a guess. */
function Line({ profile, place, yOf, className, thick }: LineProps): ReactElement {
  return (
    <>
      {profile.points.map((point, at) => {
        const next = profile.points[at + 1]
        const { low, high } = point
        return (
          <g key={point.label}>
            {low === undefined || high === undefined ? null : (
              <line
                className="tl-unknown-line"
                strokeWidth={1}
                x1={round(place(low))}
                x2={round(place(high))}
                y1={round(yOf(profile, at))}
                y2={round(yOf(profile, at))}
              />
            )}
            {point.value === null || next === undefined || next.value === null ? null : (
              <line
                className={className}
                strokeWidth={thick}
                x1={round(place(point.value))}
                x2={round(place(next.value))}
                y1={round(yOf(profile, at))}
                y2={round(yOf(profile, at + 1))}
              />
            )}
          </g>
        )
      })}
    </>
  )
}

function sentence({ label, points }: Profile): string {
  const told = points.map(
    (point) => `${point.label} ${point.value === null ? tooFew : formatShare(point.value, point.bound)}`,
  )
  return `${label}: ${told.join(", ")}.`
}
