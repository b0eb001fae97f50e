import { count, counted } from "../format.ts"
import classes from "./layer-counts.module.css"

/** How many people stand on each layer, as one line of hairline bars. */
export function LayerCounts(props: {
  layers: readonly { layer: number; people: number }[]
  unplaced: number
}) {
  const most = Math.max(1, ...props.layers.map((row) => row.people))
  return (
    <>
      <table className={classes.table}>
        <caption className={classes.caption}>People by layer</caption>
        <tbody>
          {props.layers.map((row) => (
            <tr key={row.layer}>
              <th scope="row">Layer {row.layer}</th>
              <td className={classes.number}>{count(row.people)}</td>
              <td className={classes.track} aria-hidden="true">
                <span style={{ width: `${(100 * row.people) / most}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {props.unplaced > 0 && (
        <p className="app-attention">
          {counted(props.unplaced, "person has", "people have")} no place in the org chart: they hang on a
          loop, on themselves, or on somebody who is not in the file.
        </p>
      )}
    </>
  )
}
