/** "layer 4", or "layers 4 to 5". */
export function layerRange([from, to]: readonly [number, number]): string {
  return from === to ? `layer ${from}` : `layers ${from} to ${to}`
}
