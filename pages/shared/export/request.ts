import type { PaperId } from '../../../papers/paper';

/** Some papers that can be taken along together. */
export interface ExportScope {
  /** Which they are: `selection`, `paper`, `shown`, `list:…`, `all`. */
  readonly name: string;
  /** As the reader is told; also the title of what is written. */
  readonly label: string;
  /** Their ids, in the order in which they are written. */
  ids(): Promise<readonly PaperId[]>;
}

/** What the reader may take along; the first scope is the one that is meant unless another one is chosen. */
export interface ExportRequest {
  readonly scopes: readonly [ExportScope, ...ExportScope[]];
}
