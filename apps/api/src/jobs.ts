export interface Jobs {
  stop(): Promise<void>
}
