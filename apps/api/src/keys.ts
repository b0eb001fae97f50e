export interface KeyDirectory {
  invitationKey: Uint8Array
}
