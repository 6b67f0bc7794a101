import { Document } from '../documents/document';
import type { Local, Own } from '../local';

/** The documents of one round, each opened when it is first asked for. */
export class Workspace {
  private readonly opened = new Map<number, Document>();

  constructor(
    private readonly local: Local,
    private readonly own: Pick<Own, 'device' | 'clientId' | 'file'>,
  ) {}

  /** A document as it stands in this round. */
  async document(at: number): Promise<Document> {
    const known = this.opened.get(at);
    if (known) return known;
    const document = await this.fresh(at);
    this.opened.set(at, document);
    return document;
  }

  /** A document as it stood before this round. */
  async fresh(at: number): Promise<Document> {
    const { device, clientId, file } = this.own;
    const shapes = file.format > 1 ? 2 : 1;
    return new Document(await this.local.document(at), { device, clientId, shapes });
  }
}
