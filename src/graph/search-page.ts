/**
 * The page on which a site shows what it finds for some words.
 */
import { OtherNode } from './other-node.ts';

export class SearchPage extends OtherNode {
  /** The words, as a visitor typed them. */
  readonly query: string;

  constructor(query: string) {
    super();
    this.query = query;
  }

  get key(): string {
    return this.query;
  }

  /** On every site, whatever its addresses look like otherwise. */
  get uri(): string {
    return `/?s=${encodeURIComponent(this.query)}`;
  }
}
