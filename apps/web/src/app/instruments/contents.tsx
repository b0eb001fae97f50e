import { useDesk } from "./desk.ts"
import classes from "./instruments.module.css"
import { sectionName } from "./section-name.ts"
import { sectionsOf } from "./sections.ts"

/** The pages in their order, each a way to its place: the editor is long. */
export function Contents() {
  const { instrument, language } = useDesk()
  const places = sectionsOf(instrument).map((section) => ({
    href: `#${section.kind === "construct" ? "constructs" : "pages"}/${section.id}/heading`,
    name: sectionName(instrument, section, language),
  }))
  return (
    <nav aria-label="Parts of this questionnaire" className={classes.contents}>
      <ol>
        {[...places, { href: "#publish", name: "Publish" }].map(({ href, name }) => (
          <li key={href}>
            <a href={href} dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
