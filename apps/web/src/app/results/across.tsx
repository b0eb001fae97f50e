import { NativeSelect } from "@mantine/core"
import type { Across, AcrossQuestion } from "@throughline/analysis"
import { AgreementMatrix, Dumbbells, Quadrants } from "@throughline/charts"
import type { ViewedRelease } from "../api.ts"
import { fileName } from "../csv.ts"
import { Empty } from "../frame/empty.tsx"
import { Figure } from "../frame/figure.tsx"
import { Page } from "../frame/page.tsx"
import { useAcross } from "../queries.ts"
import {
  acrossFinding,
  acrossName,
  comparedUnits,
  dividingFinding,
  matrixFinding,
  referenceName,
  unitFinding,
} from "./across-sentences.ts"
import { acrossPoints, acrossTable, dividingRows, dividingTable, matrixTable } from "./across-tables.ts"
import classes from "./results.module.css"
import { Source } from "./source.tsx"
import { SurveyChoice } from "./survey-choice.tsx"
import { ToldOfReleased, type ToldScreen, useChoice } from "./told-screen.tsx"

/** Who pulls the same way? */
export default function AcrossScreen(props: { id: string | undefined }) {
  return (
    <ToldOfReleased
      id={props.id}
      what="who agrees with whom"
      read={useAcross}
      draw={(screen) => <Shown {...screen} />}
    />
  )
}

function Shown({ release, released, told }: ToldScreen<Across>) {
  const [params, set] = useChoice()
  const question = told.questions.find(({ id }) => id === params.get("question")) ?? told.questions[0]
  const survey = <SurveyChoice released={released} release={release} screen="across" />
  const facts = { title: "Results: across", kicker: `Results, across · ${release.survey.name}` }
  if (question === undefined)
    return (
      <Page {...facts} headline="Who pulls the same way is not told in these results">
        <div className={classes.controls}>{survey}</div>
        <Empty title="This compares what units put first">
          A questionnaire must let people choose several of a list: your three priorities among others, or a
          ranking of your own. At least 20 people of a unit must have chosen before anything of its choices is
          told.
        </Empty>
      </Page>
    )
  const { headline, sure } = acrossFinding(told, question)
  return (
    <Page {...facts} headline={headline} lead={sure}>
      <div className={classes.controls}>
        {survey}
        {told.questions.length > 1 && (
          <NativeSelect
            label="What is asked"
            value={question.id}
            onChange={(event) => set("question", event.currentTarget.value)}
            data={told.questions.map(({ id, text }) => ({ value: id, label: text }))}
          />
        )}
      </div>
      {comparedUnits(question).length > 0 && <Figures release={release} across={told} question={question} />}
    </Page>
  )
}

const quarters = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: String(at) }))
const halves = [-1, -0.5, 0, 0.5, 1].map((at) => ({ at, label: String(at).replace("-", "−") }))

function Figures(props: { release: ViewedRelease; across: Across; question: AcrossQuestion }) {
  const { release, across, question } = props
  const points = acrossPoints(across, question)
  const matrix = matrixFinding(across, question)
  const dividing = dividingFinding(across, question)
  const units = question.matrix.units.map((id) => ({ id, name: acrossName(across, id) }))
  const source = <Source release={release} method="across" />
  const top = referenceName(question)
  return (
    <>
      <Figure
        headline="United or scattered, unit by unit"
        sure={`Further right, people of a unit agree more among themselves; further up, more with ${top}. Filled is united with it, open is united elsewhere, grey is scattered or cannot be told. The line through a point is how far off it may be: some options are chosen about as often as others, so that either could come first.`}
        file={fileName(release.survey.name, "across")}
        table={acrossTable(across, question)}
        source={source}
        draw={(width) =>
          points.length === 0 ? (
            <p className="app-note">
              There is no order to compare units with. The table tells what can be said.
            </p>
          ) : (
            <Quadrants
              title="United or scattered"
              points={points}
              x={{ label: "agreement inside the unit, 0 to 1", from: 0, to: 1, ticks: quarters }}
              y={{ label: `agreement with ${top}, −1 to 1`, from: -1, to: 1, split: 0, ticks: halves }}
              corners={{
                ...{ topLeft: "scattered", topRight: unitFinding(question, "united-with-top") },
                ...{ bottomLeft: "scattered", bottomRight: "united elsewhere" },
              }}
              width={width}
            />
          )
        }
      />
      {units.length > 1 && (
        <Figure
          headline={matrix.headline}
          sure={matrix.sure}
          file={fileName(release.survey.name, "agreement")}
          table={matrixTable(across, question)}
          source={source}
          draw={(width) => (
            <AgreementMatrix
              title="Unit against unit"
              units={units}
              agreement={question.matrix.tau}
              width={width}
            />
          )}
        />
      )}
      {question.dividing.length > 0 && (
        <Figure
          headline={dividing.headline}
          sure={dividing.sure}
          file={fileName(release.survey.name, "what divides")}
          table={dividingTable(across, question)}
          source={source}
          draw={(width) => (
            <Dumbbells
              title="What divides the units"
              rows={dividingRows(across, question)}
              open="least, in one unit"
              filled="most, in another"
              gap="apart"
              width={width}
            />
          )}
        />
      )}
    </>
  )
}
