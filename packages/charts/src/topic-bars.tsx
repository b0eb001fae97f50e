import { scaleLinear } from "d3-scale"
import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { formatCount } from "./format.ts"
import { ellipsize, textWidth, wrap } from "./text-width.ts"
import { round, Words } from "./words.tsx"

export interface TopicBlock {
  id: string
  /** The layers whose people wrote. */
  label: string
  topics: readonly { name: string; people: number }[]
}

export interface TopicBarsProps {
  blocks: readonly TopicBlock[]
  width: number
  title: string
}

const line = 15
const barHeight = 16
const headHeight = 30

/** What people wrote about, layer by layer: a block a layer, a bar a topic with its number. All bars are of one scale. */
export function TopicBars(props: TopicBarsProps): ReactElement {
  const { blocks } = props
  const width = Math.min(props.width, 860)
  const names = blocks.flatMap(({ topics }) => topics.map(({ name }) => name))
  const stacked = width < 480
  const labelWidth = stacked
    ? width
    : Math.min(width * 0.4, Math.max(90, ...names.map((name) => textWidth(name, 13))) + 4)
  const most = Math.max(1, ...blocks.flatMap(({ topics }) => topics.map(({ people }) => people)))
  const from = stacked ? 0 : labelWidth + 12
  const x = scaleLinear()
    .domain([0, most])
    .range([0, width - from - textWidth(formatCount(most), 13) - 10])
  let bottom = 0
  const placed = blocks.map((block) => {
    const top = bottom
    let y = top + headHeight
    const rows = block.topics.map((topic) => {
      const lines = wrap(topic.name, labelWidth, 13, 2).map((words) => ellipsize(words, labelWidth, 13))
      const height = stacked ? lines.length * line + barHeight + 12 : Math.max(26, lines.length * line + 8)
      const row = { ...topic, lines, y, height }
      y += height
      return row
    })
    bottom = y + 14
    return { ...block, top, rows }
  })
  return (
    <Figure
      width={props.width}
      height={bottom}
      title={props.title}
      description={blocks.map(sentence).join(" ")}
    >
      {() =>
        placed.map(({ id, label, top, rows }) => (
          <g key={id}>
            <line className="tl-hairline" x1={0} x2={width} y1={top + 2} y2={top + 2} />
            <Words x={0} y={top + 20} size={13} weight={600} width={width}>
              {label}
            </Words>
            {rows.map(({ name, people, lines, y, height }) => {
              const barY = stacked ? y + lines.length * line + 4 : y + (height - barHeight) / 2
              const first = stacked ? y + 12 : y + height / 2 + 4.5 - ((lines.length - 1) * line) / 2
              return (
                <g key={name}>
                  {lines.map((words, nth) => (
                    <Words key={words} x={0} y={first + nth * line} size={13} width={labelWidth}>
                      {words}
                    </Words>
                  ))}
                  <rect
                    className="tl-soft"
                    x={round(from)}
                    y={round(barY)}
                    width={round(x(people))}
                    height={barHeight}
                  />
                  <Words x={from + x(people) + 6} y={barY + 12.5} size={13} weight={600}>
                    {formatCount(people)}
                  </Words>
                </g>
              )
            })}
          </g>
        ))
      }
    </Figure>
  )
}

const sentence = ({ label, topics }: TopicBlock): string =>
  `${label}: ${topics.map(({ name, people }) => `${name} ${formatCount(people)}`).join(", ")}.`
