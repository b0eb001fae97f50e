import {
  alphaInterval,
  averageDeviation,
  awg,
  covarianceMatrix,
  cronbachAlpha,
  icc,
  median,
  momentsOf,
  normalScores,
  omegaTotal,
  personScores,
  rwg,
  varianceComponents,
} from "@throughline/analysis/stats"
import { bounds, type Case, type Engine, type Folder } from "./case.ts"
import { complete, groups, items, meanOf, sample } from "./data.ts"

/** Scores of a questionnaire and agreement within groups. */
export const agreement: Engine = {
  constructScore: ({ data, args }, folder) => {
    const all = [...personScores(items(folder, data), args.min_items, { missing: Number.NaN })]
    const scores = all.filter((score) => !Number.isNaN(score))
    const of = momentsOf(scores)
    return {
      n_valid: scores.length,
      n_missing: all.length - scores.length,
      mean: of?.mean,
      sd: of?.variance === null ? undefined : Math.sqrt(of?.variance as number),
      median: median(scores),
      first10: all.slice(0, 10).map((score) => (Number.isNaN(score) ? undefined : score)),
    }
  },

  cronbachAlpha: ({ data, args }, folder) => {
    const columns = items(folder, data)
    const pairwise = args.missing === "pairwise_covariance"
    const { n, matrix } = covarianceMatrix(columns, pairwise ? "pairwise" : "complete", Number.NaN)
    const of = cronbachAlpha(matrix)
    return {
      alpha: of?.alpha,
      n,
      k: columns.length,
      ci95_feldt: of && bounds(alphaInterval(of.alpha, n, columns.length)),
      item_rest_r: of?.itemRestR,
      alpha_if_dropped: of?.ifDropped,
      alpha_standardized: of?.standardized,
      mean_inter_item_r: of?.meanInterItemR,
    }
  },

  omegaTotal: ({ data }, folder) => {
    const { n, matrix } = covarianceMatrix(items(folder, data), "complete", Number.NaN)
    // Maximum likelihood divides by n.
    const of = omegaTotal(matrix.map((row) => row.map((value) => (value * (n - 1)) / n)))
    return { omega: of?.omega, loadings: of?.loadings, uniquenesses: of?.uniquenesses }
  },

  rwg: ({ data, args }, folder) => {
    if (!data.csv) {
      const of = rwg(momentsOf(sample(folder, data))?.variance, args.null_variance)
      return { rwg: of?.value, raw: of?.raw }
    }
    const column = folder.table(data.csv).column(data.item)
    const { keys, members } = grouped(folder, data, [column])
    const of = members.map((rows) => momentsOf(picked(column, rows)))
    const values = of.map((group) => rwg(group?.variance, args.null_variance)?.value)
    return { keys, n: of.map((group) => group?.n ?? 0), rwg: values, ...summary(values) }
  },

  rwgj: (one, folder) => {
    const of = itemAgreement(one, folder)
    const values = of.agreement.map((group) => group?.value)
    if (!one.data.csv) return { rwgj: values[0], n: of.n[0] }
    return { keys: of.keys, n: of.n, rwgj: values, ...summary(values) }
  },

  rwgjLindell: (one, folder) => {
    const of = itemAgreement(one, folder)
    const values = of.agreement.map((group) => group?.raw)
    return one.data.csv ? { keys: of.keys, n: of.n, rwgj_lindell: values } : { rwgj_lindell: values[0] }
  },

  agreementOther: ({ data, args }, folder) => {
    const columns = items(folder, data)
    const { keys, members } = grouped(folder, data, columns)
    const [low, high] = args.range as [number, number]
    const overItems = (of: (answers: number[]) => number | undefined) =>
      members.map((rows) => {
        const values = columns.map((column) => of(picked(column, rows)))
        const defined = values.filter((value) => value !== undefined)
        return defined.length > 0 ? meanOf(defined) : undefined
      })
    const result = {
      awg: overItems((answers) => {
        const of = momentsOf(answers)
        return of === null ? undefined : awg(of, low, high)
      }),
      ad_mean: overItems((answers) => averageDeviation(answers, "mean")),
      ad_median: overItems((answers) => averageDeviation(answers, "median")),
    }
    if (data.csv) return { keys, ...result }
    return Object.fromEntries(Object.entries(result).map(([name, values]) => [name, values[0]]))
  },

  iccOneWay: (one, folder) => {
    const of = icc(groupMoments(one, folder))
    return {
      n_groups: of?.groups,
      n: of?.n,
      msb: of?.meanSquareBetween,
      msw: of?.meanSquareWithin,
      f: of?.f,
      df1: of?.df1,
      df2: of?.df2,
      p: of?.p,
      k_mean: of?.meanSize,
      n0: of?.n0,
      icc1_mean_k: of?.icc1MeanSize,
      icc1_n0: of?.icc1,
      icc2: of?.icc2,
      eta2: of?.etaSquared,
    }
  },

  iccReml: (one, folder) => {
    const of = varianceComponents(groupMoments(one, folder))
    return {
      tau2: of?.between,
      sigma2: of?.within,
      icc1: of?.icc1,
      grand_mean: of?.mean,
      loglik_reml: of?.logLikelihood,
      blup_first5: of?.effects.slice(0, 5),
    }
  },

  normalScores: ({ data }, folder) => {
    const column = data.csv ? [...folder.table(data.csv).column(data.x)] : (data.x as (number | null)[])
    const scores = normalScores(sample(folder, data))
    const of = momentsOf(scores)
    // Who did not answer keeps the place in the list.
    const left = scores.values()
    const inPlace = column.map((value) =>
      value === null || Number.isNaN(value) ? undefined : left.next().value,
    )
    return {
      n: scores.length,
      first20: inPlace.slice(0, 20),
      sd: of?.variance === null ? undefined : Math.sqrt(of?.variance as number),
      min: Math.min(...scores),
      max: Math.max(...scores),
    }
  },
}

/** r_wg(J) by group, from people who answered all items. */
function itemAgreement({ data, args }: Case, folder: Folder) {
  const columns = items(folder, data)
  const { keys, members } = grouped(folder, data, columns)
  return {
    keys,
    n: members.map((rows) => rows.length),
    agreement: members.map((rows) => {
      const variances = columns.map((column) => momentsOf(picked(column, rows))?.variance)
      const known = variances.filter((variance) => typeof variance === "number")
      return rwg(known.length > 0 ? meanOf(known) : undefined, args.null_variance, columns.length)
    }),
  }
}

/** Rows without missing values by group; groups without any are left out. Inline rows are one group. */
function grouped(
  folder: Folder,
  data: Case["data"],
  columns: readonly ArrayLike<number>[],
): { keys: string[]; members: number[][] } {
  if (!data.csv && !data.group)
    return { keys: ["1"], members: [complete(columns, [...(columns[0] as Float64Array).keys()])] }
  const words = data.csv ? folder.table(data.csv).words(data.group) : (data.group as unknown[]).map(String)
  const of = [...groups(words)].map(([key, rows]) => ({ key, rows: complete(columns, rows) }))
  const filled = of.filter(({ rows }) => rows.length > 0)
  return { keys: filled.map(({ key }) => key), members: filled.map(({ rows }) => rows) }
}

function groupMoments({ data }: Case, folder: Folder) {
  const values = data.csv
    ? folder.table(data.csv).column(data.x)
    : Float64Array.from(data.x, (value: number | null) => value ?? Number.NaN)
  return grouped(folder, data, [values]).members.map((rows) => momentsOf(picked(values, rows)))
}

function picked(column: ArrayLike<number>, rows: readonly number[]): number[] {
  return rows.map((row) => column[row] as number)
}

/** Mean and median over the groups that have a value. */
function summary(values: readonly (number | undefined)[]) {
  const defined = values.filter((value) => value !== undefined)
  return { mean: defined.length > 0 ? meanOf(defined) : undefined, median: median(defined) }
}
