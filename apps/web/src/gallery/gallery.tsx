// The examples are the charts' regression suite; they live beside the charts and are no part of what the app loads.
import { examples } from "@throughline/charts/gallery"
import { type ReactElement, useState } from "react"

const schemes = ["light", "dark"] as const
const sizes = [320, 390, 640, 1100, 1400] as const
const charts = [...new Set(examples.map((example) => example.chart))]

/** Every chart in every state, in light and dark: to look at, and to compare with a release of ours before. */
export function Gallery(): ReactElement {
  const [width, setWidth] = useState<number>(() => Math.min(1100, Math.max(320, window.innerWidth - 48)))
  return (
    <main className="gallery">
      <h1>The pictures</h1>
      <p>Every chart of Throughline with made-up data, in light and in dark.</p>
      <nav aria-label="Charts">
        {charts.map((chart) => (
          <a key={chart} href={`#${chart}`}>
            {chart}
          </a>
        ))}
      </nav>
      <fieldset>
        <legend>Width</legend>
        {sizes.map((size) => (
          <button key={size} type="button" aria-pressed={size === width} onClick={() => setWidth(size)}>
            {size} px
          </button>
        ))}
      </fieldset>
      {charts.map((chart) => (
        <section key={chart} id={chart}>
          <h2>{chart}</h2>
          {examples
            .filter((example) => example.chart === chart)
            .map((example) => (
              <article key={example.id} id={example.id}>
                {schemes.map((scheme) => (
                  <figure key={scheme} data-mantine-color-scheme={scheme}>
                    <figcaption>{example.headline}</figcaption>
                    {chart === "LineMark"
                      ? example.widths.map((size) => <div key={size}>{example.draw(size)}</div>)
                      : example.draw(width)}
                  </figure>
                ))}
              </article>
            ))}
        </section>
      ))}
    </main>
  )
}
