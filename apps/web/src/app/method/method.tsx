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
            (Welch). It describes the answers. Whether a step is more than leaders ordinarily differ is what
            the search for breaks asks; no step is called a break without it.
          </p>
        </div>
      </Section>
      <Section title="Breaks" id="breaks">
        <div className="app-prose">
          <p>
            People under one leader answer alike, in every organization. Whoever looks for the largest
            difference always finds one, also where nothing is wrong. So a break is called one only when it is
            more than leaders ordinarily make: first it is estimated how much units differ, and how much of
            that is handed down to all below. Then every unit, from each of its layers down, is compared with
            those layers elsewhere, and the lowest with what 999 made-up organizations show in which leaders
            differ as much and nothing breaks. Confirmed is what at most 4 of 100 of these would show
            anywhere. All units and layers are allowed for together, other topics with Holm’s correction.
          </p>
          <p>
            The size of a break is told in scale points, from the plain means. In standard deviations it is
            told twice: as found, and less what the largest of many is too large by luck. Where answers cannot
            tell on which layer or in which of several units a break begins, it says so.
          </p>
          <p>
            “Lower, within normal variation” means that a unit’s mean is lower than the whole by more than
            non-response explains, and no more than leaders ordinarily differ. “No evidence” is not “no
            problem”: a drop of half a standard deviation would rather have been seen there, a smaller one
            not. “Too few to tell” means that even such a drop would rather have been missed; the page says
            what could have been seen.
          </p>
          <p>
            Whether all units drop at one layer is asked separately, because no unit then differs from the
            others: is everybody below a boundary lower than a straight line through the layers has it? The
            intervals of that picture allow for how leaders differ and are wider than those under Layers. A
            break says where it is lower, not why.
          </p>
        </div>
      </Section>
      <Section title="Published surveys" id="published">
        <div className="app-prose">
          <p>
            A table that others published is drawn beside your results and never mixed into them. Its percents
            are rounded: the intervals hold for every share that rounds to what was told. A step between two
            neighbouring layers is called a drop or a rise when its 95% interval leaves out zero, and the
            largest clear drop is named. Each step is judged for itself; among very many a few are called
            something by luck.
          </p>
          <p>
            Their layers, their people and their wording are not yours. Compare where a line falls, not how
            high one point stands beside another. A layer without a figure is left out, and its neighbours are
            not compared across it.
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
      <Section title="Heat map" id="heat-map">
        <div className="app-prose">
          <p>
            A row is a unit, a column a topic. A figure is the mean of its people, exactly as under Layers;
            its colour is the distance from the mean of the whole in that column (for a leader: of the own
            unit). The steps of colour are the same on every screen and never stretched to fit, so a pale map
            means small differences.
          </p>
          <p>
            Of many figures some lie low by luck, the more so where few answered. When units are ordered by a
            topic, their means are therefore first drawn towards the average, the more the fewer answered and
            the less units differ at all. The printed figure stays as it is, and the order can be switched to
            it. A unit that is hidden, or told only as a bound such as “≥ 4.1”, gives away nothing by its
            place: it stands where its printed figure puts it, or last. The heat map describes; whether a unit
            is lower than leaders ordinarily differ is told under Breaks.
          </p>
        </div>
      </Section>
      <Section title="Knowing" id="knowing">
        <div className="app-prose">
          <p>
            Saying that the strategy is clear is one thing, picking the three priorities out of a list
            another. Claimed is the share of favourable answers to the statements about it; shown is the share
            who pick the mission, or name all three priorities, or of the three priorities the share that is
            named. “I cannot say” shows nothing and claims nothing. The gap is claimed less shown. It is
            called one only where its 95% interval, which also allows for the rounding of both figures, leaves
            out zero; where either is told only as a bound there is none.
          </p>
          <p>
            Some of what is shown is guessed: whoever picks three of eight at random names more than one of
            the three on average. The dashed line is what guessing gets right. “Known beyond guessing” is 0
            where people do as well as that, and 100 where everybody knows.
          </p>
        </div>
      </Section>
      <Section title="Choices" id="choices">
        <div className="app-prose">
          <p>
            Who explained it last, and when, and other questions with a list to choose from: the share who
            chose each, rounded to steps of five percent. “≤ 7%” is anything from nobody to that. They are
            told where at least 20 chose, and not where they would spell out what a few of them said. A
            priority in people’s own words is coded by two reviewers, each without seeing what the other wrote
            down; a person settles where they differ.
          </p>
        </div>
      </Section>
      <Section title="Across" id="across">
        <div className="app-prose">
          <p>
            Two questions are asked of each unit. Do its people choose the same? That is Kendall’s W, 0 where
            they have nothing in common and 1 where all choose alike. And is it what the top group puts first?
            That is Kendall’s tau-b between the two orders, 1 for the same and −1 for the opposite; where the
            top group is too small to be told, the official priorities stand in its place. United with the top
            is a unit of which both can be said; united elsewhere one whose people agree, on other things;
            scattered one in which each puts other things first. Where the answers leave it open, it says so.
          </p>
          <p>
            Units that are compared have nobody in common. What divides them is told option by option, with
            Holm’s correction for how many options there are.
          </p>
        </div>
      </Section>
      <Section title="Engagement" id="engagement">
        <div className="app-prose">
          <p>
            Whether people like their work, and whether they know what it is for, are two things: somebody may
            drive nails with joy into boards that should be stripped of them. Both are shares of favourable
            answers. A unit is said to be one and not the other where both intervals leave out the figure of
            the whole, on opposite sides. Whether the two go together over units is asked only of ten or more
            that have nobody in common, and tells nothing of why.
          </p>
        </div>
      </Section>
      <Section title="KPIs" id="links">
        <div className="app-prose">
          <p>
            A unit that scores higher on a topic may also do better on a business figure. Each topic is
            compared with each KPI over units that have nobody in common, in the period of the survey and the
            ones before and after that were declared. Used are the figures as the results tell them, and
            nothing finer; units that are hidden are left out and counted. Below ten units there is no figure
            at all.
          </p>
          <p>
            A correlation of 0 means that knowing one tells nothing of the other, 1 or −1 that it tells
            everything. It is called a link only where chance would show so much anywhere among all topics,
            KPIs and periods in at most 5 of 100 cases (units are shuffled as a whole, with Holm’s
            correction). “No evidence” means that one worth knowing would rather have been seen; “cannot tell”
            that the units are too few, and the page says how strong it would have had to be. If one unit
            alone turns the sign, nothing is claimed.
          </p>
          <p>
            A link says that the two go together over units. It says nothing of why, nothing of single people,
            and not which came first: what differs between units may lie behind both.
          </p>
        </div>
      </Section>
      <Section title="Drivers" id="drivers">
        <div className="app-prose">
          <p>
            A driver is a figure that runs ahead of a KPI. What came is set against the driver and the KPI’s
            own last value, so many periods earlier, over all units and periods; no answer of any survey is in
            it. The band around a prediction holds nine of ten values. It allows for how much a unit’s value
            scatters, for what a whole period brings to all units alike, and for how little the past can say.
          </p>
          <p>
            A driver is published only if, tried on the past, it errs less than “same as last period” and less
            than the KPI’s own last value alone, and its intervals held as often as they should. Else it is
            refused, the page says what is missing, and no prediction is shown. Units are said to be likely
            off plan where the chance is at least 80 of 100; their receiver gets one mail for each period.
          </p>
          <p>
            A prediction is kept as it was made. When the figure has come it is scored, the first one made of
            each unit and period, and never changed afterwards. “Outside what was seen so far” marks a unit
            unlike any that it was fitted on.
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
