import {
  clusterErrors,
  coefficientTests,
  disattenuated,
  hc3Errors,
  kendallTauB,
  kendallW,
  leastSquares,
  midRanks,
  partialPearson,
  pearson,
  permutationTest,
  predict,
  press,
  spearman,
  weightedPearson,
} from "@throughline/analysis/stats"
import { bounds, type Case, type Engine, type Folder } from "./case.ts"
import { complete, countedItems, groupMeans, items, kept, pairs, personLevel } from "./data.ts"

/** Two variables of the same rows, and raters of the same objects. */
export const relations: Engine = {
  pearson: ({ data }, folder) => {
    const { x, y } = pairs(folder, data)
    const of = pearson(x, y)
    return { r: of?.r, t: of?.t, df: of?.df, p: of?.p, ci95_fisher: bounds(of?.interval), n: x.length }
  },

  spearman: ({ data }, folder) => {
    const { x, y } = pairs(folder, data)
    const of = spearman(x, y)
    return {
      rho: of?.r,
      p: of?.p,
      ci95_bonett_wright: bounds(of?.interval),
      ci95_fisher: bounds(of?.fisher),
      n: x.length,
    }
  },

  kendallTauB: ({ data }, folder) => {
    const { x, y } = pairs(folder, data)
    const of = kendallTauB(x, y)
    return { tau_b: of?.tau, z: of?.z, p: of?.p }
  },

  partialPearson: ({ data }, folder) => {
    const { x, y, control = [] } = pairs(folder, data)
    const of = partialPearson(x, y, [control])
    return { r: of?.r, t: of?.t, df: of?.df, p: of?.p, ci95: bounds(of?.interval) }
  },

  weightedPearson: ({ data }, folder) => {
    const { x, y, sizes = [] } = pairs(folder, data)
    const of = weightedPearson(x, y, sizes)
    return { r: of?.r, n_eff_kish: of?.effective }
  },

  attenuationCorrection: ({ data }) => ({
    r_corrected: disattenuated(data.r, data.rel_x, data.rel_y)?.quotient,
  }),

  exactPermutationCorrelation: ({ data }, folder) => {
    const { x, y } = pairs(folder, data)
    const values = permutationTest(x, y, { seed: 1 })
    const ranks = permutationTest(midRanks(x), midRanks(y), { seed: 1 })
    return {
      r: values?.r,
      p_two_sided: values?.p,
      rho: ranks?.r,
      p_two_sided_spearman: ranks?.p,
      permutations: values?.permutations,
    }
  },

  kendallW: ({ data }, folder) => {
    const columns = items(folder, data.csv ? { ...data, items: data.cols } : data)
    const every = Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => row)
    const raters = complete(columns, data.where ? kept(folder.table(data.csv), data.where) : every)
    const of = kendallW(raters.map((row) => columns.map((column) => column[row] as number)))
    return {
      W: of?.w,
      chi2: of?.chiSquared,
      df: of?.df,
      p_chi2: of?.p,
      F: of?.f,
      p_F: of?.pF,
      raters: of?.raters,
      objects: of?.objects,
      mean_rank: of?.meanRanks,
      mean_spearman: of?.meanSpearman,
    }
  },

  linearRegression: (one, folder) => {
    const { y, x, names, weights, clusters, rows } = regression(one, folder)
    const fit = leastSquares(y, x, weights ? { weights } : {})
    if (fit === undefined) return { error: "rank_deficient" }
    const named = <T>(values: readonly T[] | undefined) =>
      values && Object.fromEntries(["(Intercept)", ...names].map((name, at) => [name, values[at]]))
    const tests = coefficientTests(fit)
    const loo = press(fit)
    const predicted = rows.map((row) => predict(fit, row))
    // Inline cases ask for one new row and expect figures, not lists.
    const listed = <T>(values: T[]) => (one.data.csv ? values : values[0])
    return {
      coef: named(fit.coefficients),
      se: named(tests?.map(({ error }) => error)),
      t: named(tests?.map(({ t }) => t)),
      p: named(tests?.map(({ p }) => p)),
      r2: fit.r2,
      r2_adj: fit.adjustedR2,
      sigma: fit.sigma,
      df: fit.df,
      fit: listed(predicted.map(({ fit }) => fit)),
      pi95_lo: listed(predicted.map(({ prediction }) => prediction?.low)),
      pi95_hi: listed(predicted.map(({ prediction }) => prediction?.high)),
      ci95_lo: listed(predicted.map(({ mean }) => mean?.low)),
      ci95_hi: listed(predicted.map(({ mean }) => mean?.high)),
      extrapolated: listed(predicted.map(({ extrapolated }) => extrapolated)),
      se_hc3: named(hc3Errors(fit)),
      press_rmse: loo?.error,
      r2_loo: loo?.r2,
      se_cluster_hc1: clusters && named(clusterErrors(fit, clusters)),
    }
  },
}

/**
 * Rows of a regression: inline, of a table, or group means of one. A name that is not a column stands for the mean of
 * as many items as the case counts ("LEAD = mean of 11 items", "row mean of the 11 lead items"); N for the group size.
 */
function regression({ data, args }: Case, folder: Folder) {
  if (!data.csv) {
    const names = Object.keys(data).filter((name) => /^x\d+$/.test(name))
    return {
      y: data.y as number[],
      x: names.map((name) => data[name] as number[]),
      names,
      rows: data.new ? [data.new as number[]] : [],
    }
  }
  const names = args.x as string[]
  const table = folder.table(data.csv)
  const count = Number(/mean of (?:the )?(\d+)/.exec(`${data.aggregate} ${data.y}`)?.[1])
  const column = (name: string) =>
    personLevel(
      table,
      table.names.includes(name) ? name : { mean_of_items: countedItems(folder, data.csv, count) },
    )
  const rows = (args.new as Record<string, number>[]).map((row) => names.map((name) => row[name] as number))
  const columns = [column(args.y), ...names.map(column)]
  const group = /group means per (\w+)/.exec(data.aggregate)?.[1]
  if (group !== undefined) {
    const { means, sizes } = groupMeans(table, group, columns)
    return {
      y: means[0] as number[],
      x: means.slice(1),
      names,
      rows,
      weights: args.weights ? sizes : undefined,
    }
  }
  const used = complete(columns, [...(columns[0] as Float64Array).keys()])
  const [y, ...x] = columns.map((values) => used.map((row) => values[row] as number))
  const weights = args.weights ? table.column(args.weights) : undefined
  const words = args.cluster ? table.words(args.cluster) : undefined
  const clusters = words && [...new Set(words)]
  return {
    y: y as number[],
    x,
    names,
    rows,
    weights: weights && used.map((row) => weights[row] as number),
    clusters: words && used.map((row) => clusters?.indexOf(words[row] as string) as number),
  }
}
