/** A chart as a picture with its own address: its inline styles would break the pages' policy. Its table stands beneath it. */
export const ChartPicture = ({ src, says }: { src: string; says: string }) => (
  <img class="app-chart" src={src} alt={says} loading="lazy" />
)
