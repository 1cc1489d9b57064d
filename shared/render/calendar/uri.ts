/** A URI is not escaped text (RFC 5545, 3.3.13), yet the generator escapes it; what it would touch is percent-encoded first. */
export const uriOf = (address: string): string =>
  address.replace(/[;,]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
