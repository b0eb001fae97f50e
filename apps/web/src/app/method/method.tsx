import { useEffect } from "react"
import { Page, Section } from "../frame/page.tsx"

/** How every figure is made, in plain words; each source line leads to its part. */
export default function Method() {
  useEffect(() => {
    const part = window.location.hash.slice(1)
    if (part !== "") document.getElementById(part)?.scrollIntoView()
  }, [])
  return (
    <Page
      title="Method"
      kicker="Method"
      headline="How the figures are made"
      lead="One page to check what a picture can tell and what it cannot."
    >
      <Section title="Layers" id="layers">
        <div className="app-prose">
          <p>
            A layer is the distance from the top of the org chart: layer 1 is the head, layer 2 reports to the
            head, and so on. The head and layer 2 are shown together as the top group, so nobody stands alone.
            The chart is the one frozen when the survey was launched.
          </p>
          <p>
            The interval around a mean covers one thing: that not everybody answered. When all answered there
            is none, because nothing is left to guess. It takes those who did not answer to be like those who
            did.
          </p>
          <p>
            A step is the lower layer less the upper one, computed before rounding (so it may differ by 0.1
            from the printed means), with an interval as if all people answered independently of each other
            (Welch). It describes the answers. Whether a step is more than leaders ordinarily differ needs a
            comparison with the natural differences between units, and is not judged yet; so no step is called
            a break.
          </p>
        </div>
      </Section>
      <Section title="Topics and statements" id="measures">
        <div className="app-prose">
          <p>
            A topic (a construct, as researchers say) is what several statements (items) measure together.
            Statements are answered from 1 to 5. A person's score on a construct is the mean of the items
            answered, if at least half were. A group's figure is the mean of its people. Favourable means 4 or
            5, unfavourable 1 or 2. “I cannot say” counts as no answer, and its share is shown: where clarity
            is asked about, it is itself a finding.
          </p>
        </div>
      </Section>
      <Section title="Units" id="units">
        <div className="app-prose">
          <p>
            A unit is everybody below one manager, without that manager. Units may stand inside one another. A
            unit is shown when the cohorts lying wholly inside it hold at least 80% of its invited people; the
            page says how many these are.
          </p>
        </div>
      </Section>
      <Section title="Cohorts, and what is hidden" id="cohorts">
        <div className="app-prose">
          <p>
            Before launch, people are cut into cohorts: groups of at least the smallest group size and three
            more, by layer and unit, from the bottom of the org chart up. An answer is counted in its cohort
            and nothing finer. Where too few stand together, neighbouring teams of one layer are put together;
            a cohort of several layers counts for its unit and the whole, not for a layer.
          </p>
          <p>
            At close cohorts are joined until each of these groups has enough answers. Everything shown is a
            union of such groups, so no subtraction of one figure from another leads to fewer people. Where a
            figure would say too much about single people (all of a small group agree, or nearly), only a
            bound is told: “≤ 10%”, “≥ 4.1”. A group in which only a few people changed since a survey of the
            last thirty days is hidden beside it. Too few to show means just that: there is no number behind
            it.
          </p>
        </div>
      </Section>
      <Section title="Response" id="response">
        <div className="app-prose">
          <p>
            Response is those who answered as a share of those invited. While a survey is open it is rounded
            to 5%, renewed once a day, and shown for groups only.
          </p>
        </div>
      </Section>
    </Page>
  )
}
