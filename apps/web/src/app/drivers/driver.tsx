import { Button, Select } from "@mantine/core"
import {
  DriverToDate,
  formatFigure,
  PredictionBand,
  PredictionRows,
  ScoredPredictions,
} from "@throughline/charts"
import { periodName, shortPeriod } from "@throughline/org"
import { useState } from "react"
import { Link } from "wouter"
import { api, type DriverDetail } from "../api.ts"
import { fileName } from "../csv.ts"
import { counted, day, moment } from "../format.ts"
import { Figure } from "../frame/figure.tsx"
import { Page, Section } from "../frame/page.tsx"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useDeed, useDriver, useSession } from "../queries.ts"
import { amount, effectText, isPercent } from "./amount.ts"
import { DriverForm } from "./driver-form.tsx"
import {
  bandOf,
  bandTable,
  indicatorTable,
  labelsOf,
  linesOf,
  predictionRows,
  predictionTable,
  scoredOf,
  scoredTable,
} from "./driver-tables.ts"
import {
  backTestSentence,
  driverHeadline,
  nounOf,
  scoreSentence,
  standingText,
  stateText,
  targetOfPrediction,
} from "./driver-words.ts"
import classes from "./drivers.module.css"
import { Feed } from "./feed.tsx"
import { placeOf } from "./feed-periods.ts"
import { refusalText } from "./refusal-words.ts"

/** One driver: what it foretells, where it stands, and how far it was right before. */
export default function Driver(props: { id: string }) {
  const query = useDriver(props.id)
  const isHr = useSession().data?.role === "hr"
  return (
    <Loaded query={query} what="the driver">
      {(driver) => (
        <Page
          title={driver.name}
          kicker={
            <>
              <Link href="/drivers">Drivers</Link> / {driver.name}
            </>
          }
          headline={driverHeadline(driver)}
          lead={targetOfPrediction(driver) ?? standingText(driver)}
        >
          {driver.state !== "published" && <Missing driver={driver} />}
          {driver.mayFeed && <Feed driver={driver} />}
          {driver.state === "published" && <Prediction driver={driver} />}
          <ToDate driver={driver} />
          <Scored driver={driver} />
          <HowTried driver={driver} />
          <Alerts driver={driver} />
          <Facts driver={driver} isHr={isHr} />
        </Page>
      )}
    </Loaded>
  )
}

/** Nothing is foretold; what would have to be there is said with its figures. */
function Missing({ driver }: { driver: DriverDetail }) {
  const noun = nounOf(driver.standing.period)
  if (driver.state !== "refused")
    return (
      <p className="app-note" style={{ marginTop: "1.5rem" }}>
        {stateText(driver).text}.
      </p>
    )
  return (
    <Section
      title="Why nothing is foretold"
      lead="A prediction is shown only where it would have been right on the past. Until then there is none, not even a vague one."
    >
      <ul className={classes.missing}>
        {driver.refusals.map((refusal) => (
          <li key={refusal.reason}>It {refusalText(refusal, noun).replace(/^the /, "is that the ")}.</li>
        ))}
      </ul>
    </Section>
  )
}

/** Rows that are drawn; the table holds them all. */
const DRAWN = 40

function Prediction({ driver }: { driver: DriverDetail }) {
  const { prediction, outcome, indicator } = driver
  const [chosen, setChosen] = useState<number>()
  if (prediction === null) return null
  const rows = predictionRows(driver, prediction)
  const unit = chosen ?? Number(rows[0]?.id)
  const label = labelsOf(driver).get(unit) ?? ""
  const own = prediction.units.find((one) => one.unit === unit)
  const when = periodName(prediction.period)
  const format = (value: number) =>
    isPercent(outcome.measure) ? `${formatFigure(value)}%` : formatFigure(value)
  const source = `Foretold on ${moment(prediction.madeAt)} from ${indicator.name.toLowerCase()} and ${outcome.name.toLowerCase()} of ${periodName(prediction.base)}${driver.fit ? `; fitted on ${counted(driver.fit.n, "value", "values")} of ${counted(driver.fit.units, "unit", "units")}` : ""}. `
  return (
    <>
      <Figure
        headline={`${outcome.name}${outcome.measure === "" ? "" : ` (${outcome.measure})`} in ${when}, unit by unit`}
        sure="Bands are 90% intervals of a single unit’s value: of ten, one will lie outside. Amber: off its plan with a chance of at least 80 of 100. Choose a unit to see its course."
        file={fileName(driver.name, "prediction", prediction.period)}
        table={predictionTable(driver, prediction)}
        source={
          <>
            {source}
            {rows.length > DRAWN &&
              `The first ${DRAWN} of ${rows.length} units are drawn; the table holds all. `}
            <Link href="/method#drivers">How this is made</Link>
          </>
        }
        draw={(width) => (
          <PredictionRows
            rows={rows.slice(0, DRAWN)}
            format={format}
            width={width}
            title={`${outcome.name} foretold for ${when}`}
            onSelect={(id) => setChosen(Number(id))}
            selected={String(unit)}
          />
        )}
      />
      {own && (
        <Figure
          headline={`${label}: likely ${formatFigure(own.low)} to ${amount(own.high, outcome.measure)} in ${when}${own.plan === null ? "" : `, planned ${formatFigure(own.plan)}`}`}
          sure={`${outcome.name} as it came, beside what was foretold each time before it came. An open dot lay outside what had been foretold.${own.extrapolated ? " What is foretold now lies outside what was seen so far, and is less sure than its interval." : ""}`}
          file={fileName(driver.name, label)}
          table={bandTable(driver, unit)}
          source={
            <>
              {source}
              <Link href="/method#drivers">How this is made</Link>
            </>
          }
          draw={(width) => {
            const band = bandOf(driver, unit)
            return (
              <>
                <Select
                  label="Unit"
                  mb="md"
                  maw={360}
                  searchable
                  allowDeselect={false}
                  data={rows.map((row) => ({ value: row.id, label: row.label }))}
                  value={String(unit)}
                  onChange={(value) => value !== null && setChosen(Number(value))}
                />
                <PredictionBand
                  {...band}
                  periods={band.periods.map(shortPeriod)}
                  format={format}
                  width={width}
                  title={`${outcome.name}, ${label}`}
                />
              </>
            )
          }}
        />
      )}
    </>
  )
}

function ToDate({ driver }: { driver: DriverDetail }) {
  const { indicator, target, deadline, periods } = driver
  const lines = linesOf(driver)
  if (lines.periods.length === 0) return null
  const deadlineAt = deadline === null ? undefined : placeOf(deadline, periods)
  const format = (value: number) =>
    isPercent(indicator.measure) ? `${formatFigure(value)}%` : formatFigure(value)
  return (
    <Figure
      headline={`${indicator.name}${indicator.measure === "" || isPercent(indicator.measure) ? "" : ` (${indicator.measure})`} to date`}
      sure={`Every unit a thin line, the mean of all the strong one.${target === null ? " No target is set." : " Amber: not at the target in the newest period."}`}
      file={fileName(driver.name, indicator.name)}
      table={indicatorTable(driver)}
      source={`${counted(lines.units.length, "unit", "units")}, up to ${periodName(periods[lines.periods.length - 1] ?? "")}.`}
      draw={(width) => (
        <DriverToDate
          {...lines}
          target={target === null ? null : { value: target, words: `target ${format(target)}` }}
          deadline={
            deadlineAt === undefined ? null : { at: deadlineAt, words: `by ${periodName(deadline ?? "")}` }
          }
          format={format}
          width={width}
          title={`${indicator.name} to date`}
        />
      )}
    />
  )
}

function Scored({ driver }: { driver: DriverDetail }) {
  const { calibration, outcome } = driver
  const periods = scoredOf(driver)
  if (calibration.scored === 0)
    return (
      <Section title="Past predictions">
        <p className="app-note">{scoreSentence(0, 0)}.</p>
      </Section>
    )
  return (
    <Figure
      headline={scoreSentence(calibration.inside, calibration.scored)}
      sure={`Nine of ten are to be expected. Each dot is ${outcome.name.toLowerCase()} of one unit as it came, against what was foretold of it first; open dots lay outside.`}
      file={fileName(driver.name, "past predictions")}
      table={scoredTable(driver)}
      source="A prediction is kept as it was made and scored when the figure has come. None is made anew afterwards."
      draw={(width) => (
        <ScoredPredictions periods={periods} width={width} title="Past predictions and what came" />
      )}
    />
  )
}

function HowTried({ driver }: { driver: DriverDetail }) {
  const { fit, outcome, indicator, prediction } = driver
  if (fit?.backTest == null) return null
  const noun = nounOf(prediction?.period ?? driver.standing.period)
  const { effect } = fit
  return (
    <Section title="Tried on the past">
      <p className="app-prose">{backTestSentence(fit.backTest, outcome.measure, noun)}</p>
      {effect && driver.state === "published" && (
        <p className="app-prose">
          Units with one{" "}
          {isPercent(indicator.measure)
            ? "percentage point"
            : `unit (${indicator.measure || "of the indicator"})`}{" "}
          more of {indicator.name.toLowerCase()} had {effectText(effect, outcome.measure)} of{" "}
          {outcome.name.toLowerCase()} {counted(driver.horizon, noun, `${noun}s`)} later, at the same starting
          value (95% interval). This says what went together, not why.
        </p>
      )}
    </Section>
  )
}

function Alerts({ driver }: { driver: DriverDetail }) {
  if (driver.alerts.length === 0) return null
  return (
    <Section title="Alerts" lead="Sent once for each period that is foretold.">
      {driver.alerts.map((alert) => (
        <article key={`${alert.period} ${alert.madeAt}`} className={classes.alert}>
          <strong>{alert.subject}</strong>
          <p className="app-note">
            To {alert.to},{" "}
            {alert.sentAt === null
              ? "not sent yet: the mail server has not taken it"
              : `sent ${moment(alert.sentAt)}`}
          </p>
          {alert.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </article>
      ))}
    </Section>
  )
}

function Facts({ driver, isHr }: { driver: DriverDetail; isHr: boolean }) {
  const [open, setOpen] = useState<"edit" | "remove">()
  const remove = useDeed(
    () => api.removeDriver(driver.id),
    () => window.history.back(),
  )
  const { indicator, outcome, plan, horizon, target, deadline, keeper, receiver, leftOut } = driver
  const facts = [
    ["Indicator", indicator.name],
    ["Foretells", `${outcome.name}, ${counted(horizon, "period", "periods")} later`],
    ["Plan", plan?.name ?? "none, so nothing is compared with one"],
    [
      "Target",
      target === null
        ? "none"
        : `${amount(target, indicator.measure)}${deadline === null ? "" : ` by ${day(deadline)}`}`,
    ],
    ["Kept by", keeper?.name ?? "nobody"],
    ["Alerts go to", receiver?.name ?? "nobody"],
    ...(leftOut.length > 0 ? [["Left out, as no unit", leftOut.map(({ label }) => label).join(", ")]] : []),
  ]
  return (
    <Section title="About this driver">
      <dl className={classes.facts}>
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {isHr && open === undefined && (
        <div className={classes.deeds}>
          <Button variant="default" onClick={() => setOpen("edit")}>
            Change
          </Button>
          <Button variant="subtle" onClick={() => setOpen("remove")}>
            Remove this driver
          </Button>
        </div>
      )}
      {open === "edit" && (
        <div style={{ marginTop: "1.5rem" }}>
          <DriverForm driver={driver} onDone={() => setOpen(undefined)} />
        </div>
      )}
      {open === "remove" && (
        <div className="app-attention" style={{ marginTop: "1.5rem" }}>
          <p style={{ marginTop: 0 }}>
            Its predictions and how they fared go with it. The KPIs and their figures stay. To stop
            predictions and keep the record, switch it off instead.
          </p>
          {remove.error && <Trouble error={remove.error} />}
          <div className={classes.deeds}>
            <Button loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
              Remove “{driver.name}”
            </Button>
            <Button variant="default" onClick={() => setOpen(undefined)}>
              Keep it
            </Button>
          </div>
        </div>
      )}
    </Section>
  )
}
