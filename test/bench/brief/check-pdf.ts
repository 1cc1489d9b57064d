/** @throws Error when what came out is no PDF */
export const checkPdf = <Bytes extends Uint8Array>(bytes: Bytes): Bytes => {
  if (Buffer.from(bytes.subarray(0, 5)).toString() !== '%PDF-') throw new Error('What was printed is no PDF')
  return bytes
}
