/** The code points that a TrueType font can draw. */
export type Coverage = ReadonlySet<number>

/**
 * Reads a font's character map (OpenType `cmap`, formats 4 and 12; the Noto fonts hold one of them or both).
 * @throws RangeError when the file is no TrueType font
 */
export const coverageOf = (font: Uint8Array): Coverage => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const start = tableStart(view, 'cmap')
  const covered = new Set<number>()
  for (let entry = 0; entry < view.getUint16(start + 2); entry++) {
    const subtable = start + view.getUint32(start + 4 + entry * 8 + 4)
    const format = view.getUint16(subtable)
    if (format === 4) readSegments(view, subtable, covered)
    if (format === 12) readGroups(view, subtable, covered)
  }
  return covered
}

const tableStart = (view: DataView, wanted: string): number => {
  for (let entry = 12; entry < 12 + view.getUint16(4) * 16; entry += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(entry + byte)))
    if (tag === wanted) return view.getUint32(entry + 8)
  }
  throw new RangeError(`The font has no ${wanted} table`)
}

/** Format 4: segments of the basic plane, in four parallel arrays. */
const readSegments = (view: DataView, start: number, covered: Set<number>): void => {
  const bytes = view.getUint16(start + 6)
  const ends = start + 14
  const [starts, deltas, ranges] = [ends + bytes + 2, ends + 2 * bytes + 2, ends + 3 * bytes + 2]
  for (let at = 0; at < bytes; at += 2) {
    const [first, last] = [view.getUint16(starts + at), view.getUint16(ends + at)]
    const [delta, range] = [view.getUint16(deltas + at), view.getUint16(ranges + at)]
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = range === 0 ? code : view.getUint16(ranges + at + range + (code - first) * 2)
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) covered.add(code)
    }
  }
}

/** Format 12: groups of first code, last code and first glyph. */
const readGroups = (view: DataView, start: number, covered: Set<number>): void => {
  const groups = view.getUint32(start + 12)
  for (let at = start + 16; at < start + 16 + groups * 12; at += 12) {
    const [first, last] = [view.getUint32(at), view.getUint32(at + 4)]
    const glyph = view.getUint32(at + 8)
    for (let code = first; code <= last; code++) if (glyph + code - first !== 0) covered.add(code)
  }
}
