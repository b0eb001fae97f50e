/** What a file of KPI values may hold: 200 KPIs by month for three years in 2,000 units, and room above. */
export const kpiLimits = {
  bytes: 192 * 1024 * 1024,
  rows: 4_000_000,
  columns: 10_000,
  /** Characters of a label or a period. */
  text: 200,
  /** Of a KPI's name. */
  name: 120,
  units: 50_000,
  kpis: 2_000,
  /** Different periods of a file. */
  periods: 4_000,
  /** Places for values: units by periods by KPIs, filled or not. */
  values: 40_000_000,
  /** Issues that are listed; all are counted. */
  listed: 1_000,
}
