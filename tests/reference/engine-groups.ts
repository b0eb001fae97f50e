import {
  approximateInterval,
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  cliffDelta,
  clopperPearsonInterval,
  hedgesG,
  holm,
  jeffreysInterval,
  type Moments,
  mannWhitney,
  meanOfPopulation,
  momentsOf,
  pairedChange,
  pooledDifference,
  signedRank,
  stratifiedMean,
  type WelchDifference,
  welchDifference,
  wilsonInterval,
} from "@throughline/analysis/stats"
import { bounds, type Case, type Engine, type Folder } from "./case.ts"
import { beforeAndAfter, complete, groups, kept, sample, samples } from "./data.ts"

/** One group, and groups compared: means, shares, ranks, waves. */
export const groupsCompared: Engine = {
  describe: ({ data }, folder) => {
    const of = momentsOf(sample(folder, data))
    const mean = of ? meanOfPopulation(of, Number.POSITIVE_INFINITY) : undefined
    return { n: of?.n ?? 0, mean: of?.mean, sd: deviation(of), se: mean?.error, ci95: bounds(mean) }
  },

  finitePopulationMean: ({ data, args }, folder) => {
    const of = momentsOf(sample(folder, data))
    const mean = of ? meanOfPopulation(of, args.N) : undefined
    if (of && of.n > args.N) return { error: mean ? undefined : "n_gt_N" }
    return {
      n: of?.n,
      mean: of?.mean,
      se_fpc: mean?.error,
      se_srs: of ? meanOfPopulation(of, Number.POSITIVE_INFINITY)?.error : undefined,
      fpc: of ? Math.sqrt(1 - of.n / args.N) : undefined,
      ci95_t: bounds(mean),
    }
  },

  stratifiedMean: ({ data, args }, folder) => {
    const table = folder.table(data.csv)
    const values = table.column(data.x)
    const members = groups(table.words(String(data.strata).split(" ")[0] as string))
    const strata = Object.entries(args.N_by_stratum as Record<string, number>).map(
      ([stratum, population]) => {
        const rows = complete([values], members.get(stratum) ?? [])
        return { group: momentsOf(rows.map((row) => values[row] as number)) ?? nobody, population }
      },
    )
    const of = strata.every(({ group }) => group.n > 0) ? stratifiedMean(strata) : undefined
    return { mean: of?.mean, se: of?.error }
  },

  proportionCI: ({ data, args }, folder) => {
    const { x, n } = counted(data, folder)
    const interval = (of: typeof jeffreysInterval) => bounds(of(x, n, args.conf))
    return {
      x,
      n,
      p: n > 0 ? x / n : undefined,
      wilson: interval(wilsonInterval),
      clopper_pearson: interval(clopperPearsonInterval),
      jeffreys: interval(jeffreysInterval),
    }
  },

  welchT: (one, folder) => difference(one, folder, welchDifference),
  studentT: (one, folder) => difference(one, folder, pooledDifference),

  hedgesG: ({ data, args }, folder) => {
    const [a, b] = samples(folder, data).map((values) => momentsOf(values) ?? nobody) as [Moments, Moments]
    const of = hedgesG(a, b)
    const average = hedgesG(a, b, "average")
    const closed = of ? approximateInterval(of, a.n, b.n) : undefined
    return {
      g: of?.g,
      d: of?.d,
      J: of?.correction,
      var_g: closed?.variance,
      ci95: bounds(args.ci === "normal" ? closed?.interval : of?.interval),
      ci95_d: bounds(of?.intervalOfD),
      g_avg_sd: average?.g,
      ci95_g_avg_sd: bounds(average?.interval),
    }
  },

  mannWhitney: ({ data }, folder) => {
    const [x, y] = samples(folder, data)
    const test = mannWhitney(x, y)
    const delta = cliffDelta(x, y)
    return {
      U: test?.u,
      p_continuity: test?.pContinuity,
      p_no_continuity: test?.p,
      cliffs_delta: delta?.delta,
      ci95_delta: bounds(delta?.interval),
      ps_auc: delta?.superiority,
    }
  },

  pairedChange: ({ data }, folder) => {
    const [before, after] = beforeAndAfter(folder, data)
    const of = pairedChange(before, after)
    const ranks = signedRank(after.map((value, at) => value - (before[at] as number)))
    return {
      n: before.length,
      mean_change: of?.change,
      t: of?.t,
      df: of?.df,
      p: of?.p,
      ci95: bounds(of?.interval),
      sd_diff: of?.deviation,
      dz: of?.dz,
      d_av: of?.dAv,
      r_pre_post: of?.r,
      wilcoxon_V: ranks?.v,
      wilcoxon_p: ranks?.p,
    }
  },

  adjustP: ({ data }) => {
    const p = (data.p as (number | null)[]).map((value) => value ?? undefined)
    return {
      bh: benjaminiHochberg(p),
      holm: holm(p),
      by: benjaminiYekutieli(p),
      bonferroni: bonferroni(p),
    }
  },
}

function difference(
  { data }: Case,
  folder: Folder,
  compare: (a: Moments, b: Moments) => WelchDifference | undefined,
) {
  const [a, b] = samples(folder, data).map((values) => momentsOf(values) ?? nobody) as [Moments, Moments]
  const gap = compare(a, b)
  return {
    t: gap?.t,
    df: gap?.df,
    p: gap?.p,
    diff: defined(a.mean - b.mean),
    ci95: bounds(gap),
    se: gap?.error,
    n1: a.n,
    n2: b.n,
    mean1: defined(a.mean),
    mean2: defined(b.mean),
    sd1: deviation(a),
    sd2: deviation(b),
  }
}

/** Favourable answers and answers: inline, or counted in a column. */
function counted(data: Case["data"], folder: Folder): { x: number; n: number } {
  if (!data.csv) return { x: data.x, n: data.n }
  const table = folder.table(data.csv)
  const column = table.column(data.x)
  const answers = kept(table, data.where)
    .map((row) => column[row] as number)
    .filter((answer) => !Number.isNaN(answer))
  return { x: answers.filter((answer) => data.favorable.includes(answer)).length, n: answers.length }
}

/** A sample without answers. */
const nobody: Moments = { n: 0, mean: Number.NaN, variance: null }

function defined(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value
}

function deviation(of: Moments | null): number | undefined {
  return typeof of?.variance === "number" ? Math.sqrt(of.variance) : undefined
}
