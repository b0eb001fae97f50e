import { NativeSelect, Select } from "@mantine/core"
import type { Knowing, KnowingObjective } from "@throughline/analysis"
import { Dumbbells } from "@throughline/charts"
import type { ReactNode } from "react"
import { fileName } from "../csv.ts"
import { Empty } from "../frame/empty.tsx"
import { Figure } from "../frame/figure.tsx"
import { Page } from "../frame/page.tsx"
import { useKnowing } from "../queries.ts"
import { CodedFigure } from "./coded-figure.tsx"
import { ExplainedFigure } from "./explained-figure.tsx"
import { firstObjective, knowingFinding, objectiveName, widestGap } from "./knowing-sentences.ts"
import { knowingCaption, knowingRows, knowingTable } from "./knowing-tables.ts"
import { rootOf, wholeName } from "./release-groups.ts"
import classes from "./results.module.css"
import { Source } from "./source.tsx"
import { SurveyChoice } from "./survey-choice.tsx"
import { choosable, groupLabel, layersWithin, unitsBelow } from "./told-groups.ts"
import { ToldOfReleased, type ToldScreen, useChoice } from "./told-screen.tsx"

/** Do they know, or think they know? */
export default function KnowingScreen(props: { id: string | undefined }) {
  return (
    <ToldOfReleased
      id={props.id}
      what="what people know"
      read={useKnowing}
      draw={(screen) => <Shown {...screen} />}
    />
  )
}

function Shown({ release, released, told }: ToldScreen<Knowing>) {
  const [params, set] = useChoice()
  const objective = firstObjective(told, params.get("question"))
  const root = rootOf(release)
  const group =
    told.groups.find(({ id }) => id === params.get("group")) ?? told.groups.find(({ id }) => id === root)
  const survey = <SurveyChoice released={released} release={release} screen="knowing" />
  const facts = { title: "Results: knowing", kicker: `Results, knowing · ${release.survey.name}` }
  const choices =
    group && told.choices.filter((table) => table.options.every(({ official }) => official === undefined))
  if (objective === undefined || group === undefined)
    return (
      <Page
        {...facts}
        headline={
          told.groups.length === 0
            ? "What people know was not asked, or too few answered"
            : "This survey did not ask what people know"
        }
      >
        <div className={classes.controls}>{survey}</div>
        <Empty title="People say they know; this sets beside it whether they do">
          A questionnaire can ask which are your priorities, and which is your mission, among others that
          could be. The questionnaire “Alignment” does; your own can, with the kinds of question “Your three
          priorities” and “Your mission”. Then this page shows what people claim, what they show, and what
          guessing would get right.
        </Empty>
        {group &&
          choices?.map((table) => (
            <ExplainedFigure key={table.id} table={table} told={told} root={group} release={release} />
          ))}
      </Page>
    )
  const where =
    group.id === root
      ? root === "all"
        ? ""
        : ` in ${release.own?.name ?? "your unit"}`
      : ` in ${groupLabel(group)}`
  const { headline, sure } = knowingFinding(objective, group.id, where)
  const layers = layersWithin(told.groups, group.id)
  const units = unitsBelow(told.groups, group.id)
  const widest = widestGap(told, objective, group.id)
  const source = <Source release={release} method="knowing" />
  const draw =
    (title: string, groups: typeof layers) =>
    (width: number): ReactNode => (
      <Dumbbells
        title={title}
        rows={knowingRows(objective, groups)}
        open={objective.claim === null ? "claim it" : `claim: ${objective.claim.name}`}
        filled={`show: ${shownWords(objective)}`}
        gap="gap"
        chance={objective.chance}
        width={width}
      />
    )
  const everyUnit = told.groups.filter(({ kind }) => kind === "unit")
  return (
    <Page {...facts} headline={headline} lead={sure}>
      <div className={classes.controls}>
        {survey}
        {told.objectives.length > 1 && (
          <NativeSelect
            label="What is asked"
            value={objective.id}
            onChange={(event) => set("question", event.currentTarget.value)}
            data={told.objectives.map((one) => ({ value: one.id, label: objectiveName(one) }))}
          />
        )}
        <Select
          label="Group"
          value={group.id}
          onChange={(value) => value && set("group", value)}
          data={choosable(told.groups, root)}
          searchable
          limit={200}
          allowDeselect={false}
          nothingFoundMessage="No unit by that name is shown"
        />
      </div>
      <Figure
        headline="Claimed and shown, layer by layer"
        sure={`The open end is who claims it, the filled end who shows it; the line between is the gap. Bands are 95% intervals, wide enough for any number of people who did not answer. ${bothWays(objective)}`}
        file={fileName(release.survey.name, "knowing", objective.id, "by layer")}
        table={knowingTable(objective, [group, ...layers], knowingCaption(objective, "by layer"))}
        source={source}
        draw={draw("Claimed and shown by layer", [group, ...layers])}
      />
      {units.length > 0 && (
        <Figure
          headline={widest.headline}
          sure={widest.sure}
          file={fileName(release.survey.name, "knowing", objective.id, "by unit")}
          table={knowingTable(
            objective,
            group.id === root ? everyUnit : units,
            knowingCaption(objective, `unit by unit, in ${wholeName(release)}`),
          )}
          source={source}
          draw={draw("Claimed and shown by unit", units)}
        />
      )}
      {group.id === root && <CodedFigure release={release} />}
      {choices?.map((table) => (
        <ExplainedFigure key={table.id} table={table} told={told} root={group} release={release} />
      ))}
    </Page>
  )
}

const shownWords = ({ id }: KnowingObjective): string =>
  ({ mission: "recognised", priorities: "share named", "priorities-all": "all three named" })[id] ?? "it"

/** What the two shares are shares of. */
const bothWays = ({ id }: KnowingObjective): string =>
  id === "priorities"
    ? "Shown is the share of the three priorities that people pick on average among others that could be; who answers “I cannot say” shows none."
    : "Who answers “I cannot say” shows nothing."
