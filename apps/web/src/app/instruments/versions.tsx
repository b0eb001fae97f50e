import { Link } from "wouter"
import type { InstrumentDetail } from "../api.ts"
import { day } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { ExportLink } from "./export-link.tsx"

/** Every published version: when, which surveys use it, to read and to take away. */
export function Versions({ detail }: { detail: InstrumentDetail }) {
  if (detail.versions.length === 0) return null
  const sorted = detail.versions.toSorted((a, b) => b.version - a.version)
  return (
    <Section title="Versions">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="app-scroll" tabIndex={0} aria-label="Published versions">
        <table className="app-table">
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">Published</th>
              <th scope="col">Surveys that use it</th>
              <th scope="col">As a file</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ version, publishedAt }) => (
              <tr key={version}>
                <th scope="row" className="short">
                  <Link href={`/questionnaires/${detail.id}/versions/${version}`}>Version {version}</Link>
                </th>
                <td className="short">{day(publishedAt) || "Comes with Throughline"}</td>
                <td>{namesOf(detail, version) || "None yet"}</td>
                <td className="short">
                  <ExportLink id={detail.id} version={version} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

const namesOf = ({ surveys }: InstrumentDetail, version: number) =>
  surveys
    .filter((survey) => survey.version === version)
    .map(({ name }) => name)
    .join(", ")
