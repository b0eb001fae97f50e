import { word } from "@throughline/instrument"
import { Section } from "../frame/page.tsx"
import { useDesk } from "./desk.ts"
import classes from "./instruments.module.css"
import { TextField } from "./text-field.tsx"

/** Means over several topics: named here, made of what the questionnaire they were copied from says. */
export function Summaries() {
  const desk = useDesk()
  const { composites, constructs } = desk.instrument
  if (composites.length === 0) return null
  return (
    <Section
      title="Summaries in the results"
      lead="Figures over several topics together. Respondents do not see them."
    >
      {composites.map((composite) => (
        <div key={composite.id} className={classes.summary}>
          <TextField
            path={`composites/${composite.id}/name`}
            label="Name of the summary"
            hint={`Made of ${constructs
              .filter(({ id }) => composite.constructs.includes(id))
              .map(({ name }) => word(name, desk.language))
              .join(", ")}.`}
            wording={composite.name}
            needed={false}
          />
          <button
            type="button"
            className={classes.tool}
            aria-label={`Remove the summary ${word(composite.name, desk.language)}`}
            onClick={() =>
              desk.remove(`the summary “${word(composite.name, desk.language)}”`, "end", (instrument) => ({
                ...instrument,
                composites: instrument.composites.filter(({ id }) => id !== composite.id),
              }))
            }
          >
            Remove
          </button>
        </div>
      ))}
    </Section>
  )
}
