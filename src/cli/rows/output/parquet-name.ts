/** Whether rows that go there are written as Parquet, which the name tells. */
export const isParquetName = (path: string | null | undefined): path is string =>
  /\.parquet$/i.test(path ?? "");
