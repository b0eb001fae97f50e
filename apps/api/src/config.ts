export interface Config {
  demo: boolean
}
