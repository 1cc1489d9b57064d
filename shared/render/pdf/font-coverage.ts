/** Whether a TrueType font can draw a code point. */
export type Coverage = (code: number) => boolean

/**
 * Reads a font's character map (OpenType `cmap`, formats 4 and 12; the Noto fonts hold one of them or both) where it is asked,
 * not as a whole: a brief uses some hundred characters of a font's thousands.
 * @throws RangeError when the file is no TrueType font
 */
export const coverageOf = (font: Uint8Array): Coverage => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const start = tableStart(view, 'cmap')
  const maps: Coverage[] = []
  for (let entry = 0; entry < view.getUint16(start + 2); entry++) {
    const subtable = start + view.getUint32(start + 4 + entry * 8 + 4)
    const format = view.getUint16(subtable)
    if (format === 4) maps.push((code) => inSegments(view, subtable, code))
    if (format === 12) maps.push((code) => inGroups(view, subtable, code))
  }
  return (code) => maps.some((holds) => holds(code))
}

const tableStart = (view: DataView, wanted: string): number => {
  for (let entry = 12; entry < 12 + view.getUint16(4) * 16; entry += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(entry + byte)))
    if (tag === wanted) return view.getUint32(entry + 8)
  }
  throw new RangeError(`The font has no ${wanted} table`)
}

/** Format 4: segments of the basic plane, in four parallel arrays; the first that ends at or after a code is the only one to hold it. */
const inSegments = (view: DataView, start: number, code: number): boolean => {
  const bytes = view.getUint16(start + 6)
  const ends = start + 14
  const [starts, deltas, ranges] = [ends + bytes + 2, ends + 2 * bytes + 2, ends + 3 * bytes + 2]
  for (let at = 0; at < bytes && code < 0xffff; at += 2) {
    if (view.getUint16(ends + at) < code) continue
    const first = view.getUint16(starts + at)
    if (code < first) return false
    const [delta, range] = [view.getUint16(deltas + at), view.getUint16(ranges + at)]
    const raw = range === 0 ? code : view.getUint16(ranges + at + range + (code - first) * 2)
    return raw !== 0 && ((raw + delta) & 0xffff) !== 0
  }
  return false
}

/** Format 12: groups of first code, last code and first glyph, in order. */
const inGroups = (view: DataView, start: number, code: number): boolean => {
  const groups = view.getUint32(start + 12)
  for (let at = start + 16; at < start + 16 + groups * 12; at += 12) {
    if (view.getUint32(at + 4) < code) continue
    const first = view.getUint32(at)
    return code >= first && view.getUint32(at + 8) + code - first !== 0
  }
  return false
}
